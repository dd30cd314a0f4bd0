package postmortem.parser.windows.json;

/** What a cursor has come to. */
enum JsonToken {
  OBJECT,
  END_OBJECT,
  ARRAY,
  END_ARRAY,
  /** A string with a colon behind it. */
  KEY,
  STRING,
  /** A number or a word. */
  SCALAR,
  /** Nothing more, or what is no JSON. */
  END
}
