package nn.demo.picture;

/**
 * How words are set.
 *
 * @param size of the letters, in pixels
 * @param anchor which part of the words lies at their place
 * @param ink colour
 * @param bold whether the letters are thick
 */
record Type(double size, Anchor anchor, Ink ink, boolean bold) {
  /** Beside a point or a line. */
  static final Type LABEL = new Type(13, Anchor.START, Ink.TEXT, false);

  /** Above everything. */
  static final Type TITLE = new Type(17, Anchor.START, Ink.TEXT, true);

  /** Along an axis. */
  static final Type TICK = new Type(12, Anchor.START, Ink.QUIET, false);

  /** Which part of the words lies at their place. */
  enum Anchor {
    /** The first letter. */
    START,
    /** The middle. */
    MIDDLE,
    /** The last letter. */
    END
  }

  Type middle() {
    return new Type(size, Anchor.MIDDLE, ink, bold);
  }

  Type end() {
    return new Type(size, Anchor.END, ink, bold);
  }

  Type in(Ink other) {
    return new Type(size, anchor, other, bold);
  }

  Type thick() {
    return new Type(size, anchor, ink, true);
  }

  Type sized(double pixels) {
    return new Type(pixels, anchor, ink, bold);
  }
}
