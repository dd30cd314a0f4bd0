package postmortem.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** What DuckDB packs with, without the rest of Hadoop. */
final class SnappyOnly implements CompressionCodecFactory {

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    if (name != CompressionCodecName.SNAPPY) {
      throw new IllegalArgumentException("not expected: " + name);
    }
    return new Unpacking();
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("nothing is written");
  }

  @Override
  public void release() {
    // holds nothing
  }

  private static final class Unpacking implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(Snappy.uncompress(bytes.toInputStream().readAllBytes()));
    }

    @Override
    public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size)
        throws IOException {
      byte[] from = new byte[packed];
      input.get(from);
      output.put(Snappy.uncompress(from));
    }

    @Override
    public void release() {
      // holds nothing
    }
  }
}
