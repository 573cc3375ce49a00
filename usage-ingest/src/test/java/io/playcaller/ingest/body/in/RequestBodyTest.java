package io.playcaller.ingest.body.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final int LIMIT = 1_000;

    @Test
    void aCompressedBodyIsInflated() throws IOException {
        assertThat(RequestBody.read(gzip("hello".getBytes(StandardCharsets.UTF_8)), "gzip", LIMIT, LIMIT))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello");
    }

    @Test
    void aBombIsRefusedAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertStatus(413, bomb, "gzip");
        assertStatus(413, new byte[LIMIT + 1], null);
        assertThat(RequestBody.read(new byte[LIMIT], null, LIMIT, LIMIT)).hasSize(LIMIT);
    }

    @Test
    void aLimitOfItsOwnIsNotForWhatIsCompressed() throws IOException {
        byte[] large = new byte[2 * LIMIT];

        assertThat(RequestBody.read(large, null, 2 * LIMIT, LIMIT)).hasSize(2 * LIMIT);
        assertThatThrownBy(() -> RequestBody.read(gzip(large), "gzip", 2 * LIMIT, LIMIT))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNoGzipIsSaidSo() {
        assertStatus(400, "plain".getBytes(StandardCharsets.UTF_8), "gzip");
        assertStatus(415, new byte[1], "br");
    }

    private static void assertStatus(int status, byte[] body, @org.jspecify.annotations.Nullable String encoding) {
        assertThatThrownBy(() -> RequestBody.read(body, encoding, LIMIT, LIMIT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        no -> assertThat(no.problem().status()).isEqualTo(status));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
