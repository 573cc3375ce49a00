package io.playcaller.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A POST of which the service has the head and half of the body. */
final class HalfSentPost implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket connection;
    private final byte[] body;

    HalfSentPost(String url, String authorization, String body) {
        URI address = URI.create(url);
        this.body = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nContent-Type: application/json\r\n"
                        .formatted(address.getPath(), address.getAuthority(), authorization)
                + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(this.body.length);
        try {
            this.connection = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
            connection.setSoTimeout(PATIENCE_MILLIS);
            write(head.getBytes(StandardCharsets.US_ASCII));
            write(Arrays.copyOf(this.body, this.body.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the rest and returns the whole answer, from its status line on. */
    String finish() {
        try {
            write(Arrays.copyOfRange(body, body.length / 2, body.length));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
