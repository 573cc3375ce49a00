package io.playcaller.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A POST of JSON without {@code Content-Length}, over a bare socket: what a client library would make of the answer is out. */
public final class ChunkedPost {

    private static final int CHUNK = 16_384;
    private static final int PATIENCE = (int) Duration.ofMinutes(2).toMillis();

    private ChunkedPost() {}

    /** Sends all of it; tells what came back until the connection was closed, as asked for. */
    public static String whole(int port, String path, String body) throws IOException {
        return send(port, path, body.getBytes(StandardCharsets.UTF_8), "Connection: close\r\n", "0\r\n\r\n");
    }

    /** Sends so many blanks and never the end; tells what came back until the server closed the connection. */
    public static String withoutEnd(int port, String path, int bytes) throws IOException {
        byte[] blanks = new byte[bytes];
        Arrays.fill(blanks, (byte) ' ');
        return send(port, path, blanks, "", "");
    }

    private static String send(int port, String path, byte[] body, String header, String end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%sTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(path, header);
            try {
                write(socket.getOutputStream(), head, body, end);
            } catch (SocketException cut) {
                // Who answers early closes the connection a moment later: what came by then is read.
            }
            return read(socket.getInputStream());
        }
    }

    private static void write(OutputStream out, String head, byte[] body, String end) throws IOException {
        write(out, head);
        for (int from = 0; from < body.length; from += CHUNK) {
            int length = Math.min(CHUNK, body.length - from);
            write(out, Integer.toHexString(length) + "\r\n");
            out.write(body, from, length);
            write(out, "\r\n");
        }
        write(out, end);
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException cut) {
            // As above.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
