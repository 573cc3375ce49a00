package io.playcaller.ingest.body.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a request, inflated where they were compressed, never beyond the limit. */
final class RequestBody {

    private static final String ENCODING = "Content-Encoding";
    private static final int CHUNK = 8192;
    private static final int UNSUPPORTED = 415;

    private RequestBody() {}

    /**
     * @param encoding the header {@code Content-Encoding}
     * @param limit of what came uncompressed
     * @param inflatedLimit of what came compressed
     * @throws ProblemException 413 over the limit, 415 for another encoding than gzip, 400 for broken gzip
     */
    static byte[] read(byte[] sent, @Nullable String encoding, int limit, int inflatedLimit) {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return within(sent, limit);
        }
        if (!encoding.toLowerCase(Locale.ROOT).equals("gzip")) {
            throw new ProblemException(Problem.badField("encoding.unknown", ENCODING, "gzip or absent", encoding)
                    .under(UNSUPPORTED, "Unsupported encoding"));
        }
        return within(inflate(sent, inflatedLimit), inflatedLimit);
    }

    /** Stops one byte beyond the limit: a bomb costs no more than a full body. */
    private static byte[] inflate(byte[] sent, int limit) {
        ByteArrayOutputStream inflated = new ByteArrayOutputStream(Math.min(limit, sent.length * 4));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent), CHUNK)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = gzip.read(chunk); read >= 0 && inflated.size() <= limit; read = gzip.read(chunk)) {
                inflated.write(chunk, 0, read);
            }
            return inflated.toByteArray();
        } catch (IOException e) {
            throw new ProblemException(Problem.badField(
                    "encoding.broken", "", "gzip, as " + ENCODING + " says", String.valueOf(e.getMessage())));
        }
    }

    static byte[] within(byte[] body, int limit) {
        if (body.length > limit) {
            throw new ProblemException(Problem.tooLarge("at most " + limit + " bytes uncompressed", "more than that"));
        }
        return body;
    }
}
