// Lets TypeScript import the data files; webpack and Jest turn them into values.
declare module "*.yaml" {
  const data: unknown;
  export default data;
}
declare module "*.csv" {
  const text: string;
  export default text;
}
