package postmortem.parser.windows.evtx;

import org.jspecify.annotations.Nullable;

/**
 * What a template says, as a number: equal for equal templates, in whatever chunk and at whatever
 * place they stand.
 *
 * @param first half of the bits; two halves, so that none is taken for another
 * @param second the other half
 */
record TemplateKey(long first, long second) {

  /** The key of a definition; null where it leads to other places of its chunk. */
  static @Nullable TemplateKey of(Chunk chunk, int from, int to) throws DamageException {
    Hashing hashing = new Hashing(chunk);
    BinXml.walk(chunk, from, to, true, hashing);
    return hashing.local ? null : new TemplateKey(hashing.first, hashing.second);
  }

  private static final class Hashing implements BinXmlHandler {

    private static final long FIRST = 0x9e37_79b9_7f4a_7c15L;
    private static final long SECOND = 0xc2b2_ae3d_27d4_eb4fL;

    private final Chunk chunk;
    private long first = 1;
    private long second = 2;
    private boolean local;

    Hashing(Chunk chunk) {
      this.chunk = chunk;
    }

    private void mix(long value) {
      first = (first ^ value) * FIRST;
      first ^= first >>> 29;
      second = (second + value) * SECOND;
      second ^= second >>> 31;
    }

    private void mix(int token, int from, int to) throws DamageException {
      chunk.need(from, to - from);
      mix((long) token << 32 | to - from);
      byte[] b = chunk.bytes();
      for (int i = from; i + 1 < to; i += 2) {
        mix(b[i] & 0xff | (b[i + 1] & 0xff) << 8);
      }
    }

    private void mixName(int token, int name) throws DamageException {
      mix(token, chunk.nameStart(name), chunk.nameEnd(name));
    }

    @Override
    public void startElement(int name) throws DamageException {
      mixName(1, name);
    }

    @Override
    public void attribute(int name) throws DamageException {
      mixName(2, name);
    }

    @Override
    public void content() {
      mix(3L << 32);
    }

    @Override
    public void endElement() {
      mix(4L << 32);
    }

    @Override
    public void text(int from, int to) throws DamageException {
      mix(5, from, to);
    }

    @Override
    public void character(int codeUnit) {
      mix(6L << 32 | codeUnit);
    }

    @Override
    public void entity(int name) throws DamageException {
      mixName(7, name);
    }

    @Override
    public void substitution(int value, boolean optional) {
      mix((optional ? 8L : 9L) << 32 | value);
    }

    @Override
    public void instance(int at) {
      local = true;
    }
  }
}
