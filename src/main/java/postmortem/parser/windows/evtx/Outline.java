package postmortem.parser.windows.evtx;

/** The text of a template as XML, in parts: what always stands there, and places for values. */
final class Outline {

  /** What a part is. */
  enum Kind {
    TEXT,
    /** A value between other text. */
    VALUE,
    /** An attribute whose text is one value: it goes where that is left out. */
    ATTRIBUTE,
    /** An element whose content is one value: it goes, or comes once for each item of a list. */
    LEAF,
    /** A template with its values, in the text of this one. */
    INSTANCE
  }

  /** One part. Immutable. */
  static final class Part {

    private static final byte[] NONE = {};

    private final Kind kind;
    private final byte[] text;
    private final int value;
    private final boolean optional;
    private final Part[] tag;

    private Part(Kind kind, byte[] text, int value, boolean optional, Part... tag) {
      this.kind = kind;
      this.text = text;
      this.value = value;
      this.optional = optional;
      this.tag = tag;
    }

    static Part text(byte[] text) {
      return new Part(Kind.TEXT, text, -1, false);
    }

    static Part value(int value, boolean optional) {
      return new Part(Kind.VALUE, NONE, value, optional);
    }

    static Part attribute(byte[] before, int value, boolean optional) {
      return new Part(Kind.ATTRIBUTE, before, value, optional);
    }

    static Part leaf(Part[] tag, int value, boolean optional, byte[] end) {
      return new Part(Kind.LEAF, end, value, optional, tag);
    }

    static Part instance(int at) {
      return new Part(Kind.INSTANCE, NONE, at, false);
    }

    Kind kind() {
      return kind;
    }

    /** TEXT: itself. ATTRIBUTE: what stands before its value. LEAF: the end tag. Read only. */
    byte[] text() {
      return text;
    }

    /** The number of the value; where an INSTANCE stands. */
    int value() {
      return value;
    }

    /** Is it left out where the value is null? */
    boolean optional() {
      return optional;
    }

    /** The start tag of a LEAF. Read only. */
    Part[] tag() {
      return tag;
    }
  }

  private final Part[] parts;

  Outline(Part[] parts) {
    this.parts = parts;
  }

  /** In order. Read only. */
  Part[] parts() {
    return parts;
  }
}
