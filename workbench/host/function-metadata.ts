/** functions.json of the built add-in, as far as Excel reads it. */
export interface FunctionsFile {
  allowCustomDataForDataTypeAny?: boolean;
  allowErrorForDataTypeAny?: boolean;
  functions: FunctionMetadata[];
}

export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters?: ParameterMetadata[];
  options?: {
    stream?: boolean;
    cancelable?: boolean;
    volatile?: boolean;
    requiresAddress?: boolean;
  };
}

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: "any" | "boolean" | "number" | "string";
  dimensionality?: "scalar" | "matrix";
  optional?: boolean;
  repeating?: boolean;
}

/** The namespace of the manifest, in front of every function's name in a cell. */
export const namespace = "CALS";
