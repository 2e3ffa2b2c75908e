// A built add-in as the stand-in sees one: functions with every habit that a host must know. It
// keeps the tests of the stand-in apart from what the product's functions answer.
(() => {
  // office.js brings the errors a moment later than `associate`, as in Excel.
  const refuse = (code, message) =>
    new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message);
  const kind = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
  const functions = {
    ADD: (a, b) => a + (b ?? 0),
    KIND: (value) => kind(value),
    JSON: (value) => JSON.stringify(value),
    SHAPE: (block) => (block === null ? "null" : `${block.length}x${block[0].length}`),
    REPEAT: (first, rest) => JSON.stringify(rest),
    TEXT: (text) => `${typeof text}:${text}`,
    NUMBER: (number) => number * 2,
    GRID: (rows, columns) =>
      Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => r * 10 + c)),
    MIXED: () => [
      ["ok", refuse("notAvailable", "inside")],
      [true, 1.5],
    ],
    RAGGED: () => [[1, 2], [3]],
    REFUSE: (message) => {
      throw refuse("notAvailable", message);
    },
    INVALID: () => {
      throw refuse("invalidValue", "Users must be a whole number.");
    },
    DIVIDE: () => {
      throw refuse("divisionByZero", "not shown");
    },
    CRASH: () => {
      throw new Error("not shown");
    },
    INFINITE: () => Infinity,
    NOTHING: () => null,
    LATER: async (value) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return value;
    },
    WHERE: (invocation) => invocation.address,
    TICK: (invocation) => {
      let count = 0;
      const timer = setInterval(() => invocation.setResult(++count), 5);
      invocation.onCanceled = () => clearInterval(timer);
    },
  };
  for (const [id, fn] of Object.entries(functions)) CustomFunctions.associate(id, fn);
})();
