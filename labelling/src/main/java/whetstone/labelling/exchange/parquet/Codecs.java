package whetstone.labelling.exchange.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compression of pages without Hadoop's codecs: written are plain, Snappy and Zstandard, read gzip and LZ4 as well. Decompression never
 * gives more bytes than the page declares, whatever the compressed bytes say.
 */
final class Codecs implements CompressionCodecFactory {
    private static final int ZSTANDARD_LEVEL = 3;

    /** @throws IOException where the bytes are damaged, or do not give exactly this size */
    static byte[] decompress(CompressionCodec codec, byte[] compressed, int size) throws IOException {
        byte[] bytes = switch (codec) {
            case UNCOMPRESSED -> compressed;
            case SNAPPY -> snappy(compressed, size);
            case ZSTD -> zstandard(compressed, size);
            case GZIP -> gzip(compressed, size);
            case LZ4_RAW -> lz4(compressed, size);
            case LZO, BROTLI, LZ4 -> throw new IOException("it is compressed with " + codec + ", which is not read here: write it again "
                    + "with Zstandard or Snappy");
        };
        if (bytes.length != size) {
            throw new IOException("a page declares " + size + " bytes and holds " + bytes.length);
        }
        return bytes;
    }

    private static byte[] snappy(byte[] compressed, int size) throws IOException {
        byte[] bytes = new byte[size];
        try {
            return whole(bytes, new SnappyDecompressor().decompress(compressed, 0, compressed.length, bytes, 0, size));
        } catch (MalformedInputException damaged) {
            throw new IOException("a page's Snappy bytes are damaged", damaged);
        }
    }

    private static byte[] lz4(byte[] compressed, int size) throws IOException {
        byte[] bytes = new byte[size];
        try {
            return whole(bytes, new Lz4Decompressor().decompress(compressed, 0, compressed.length, bytes, 0, size));
        } catch (MalformedInputException damaged) {
            throw new IOException("a page's LZ4 bytes are damaged", damaged);
        }
    }

    private static byte[] zstandard(byte[] compressed, int size) throws IOException {
        byte[] bytes = new byte[size];
        try {
            return whole(bytes, (int) Zstd.decompressByteArray(bytes, 0, size, compressed, 0, compressed.length));
        } catch (ZstdException damaged) {
            throw new IOException("a page's Zstandard bytes are damaged", damaged);
        }
    }

    private static byte[] gzip(byte[] compressed, int size) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readNBytes(size);
        }
    }

    private static byte[] whole(byte[] bytes, int written) {
        return written == bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(0, written));
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("tables are read by " + TableReader.class.getSimpleName());
    }

    @Override
    public void release() {
        // Nothing is pooled.
    }

    private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            return switch (codec) {
                case UNCOMPRESSED -> page;
                case SNAPPY -> BytesInput.from(snappied(page.toInputStream().readAllBytes()));
                case ZSTD -> BytesInput.from(Zstd.compress(page.toInputStream().readAllBytes(), ZSTANDARD_LEVEL));
                case GZIP, LZO, BROTLI, LZ4, LZ4_RAW -> throw new UnsupportedOperationException(codec + " is not written here");
            };
        }

        private static byte[] snappied(byte[] page) {
            SnappyCompressor compressor = new SnappyCompressor();
            byte[] compressed = new byte[compressor.maxCompressedLength(page.length)];
            return Arrays.copyOf(compressed, compressor.compress(page, 0, page.length, compressed, 0, compressed.length));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // Nothing is pooled.
        }
    }
}
