package io.playcaller.router;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.contracts.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A server of mail that takes every letter (RFC 5321, no extensions), but for a mailbox {@code nobody}, which it does not have, and
 * one {@code silence}: what comes to that it takes without a word, and goes away. {@code GET /letters} over HTTP answers all that
 * came: to whom, and as it came.
 */
final class MailDouble {

    private final ServerSocket smtp;
    private final HttpServer http;
    private final ArrayNode letters = WireJson.mapper().createArrayNode();

    MailDouble() {
        try {
            smtp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/letters", exchange -> {
            byte[] bytes = snapshot().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        http.start();
        daemon(this::accept);
    }

    int port() {
        return smtp.getLocalPort();
    }

    String address() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    void stop() {
        http.stop(0);
        try {
            smtp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String snapshot() {
        return letters.toString();
    }

    private void accept() {
        while (!smtp.isClosed()) {
            try {
                Socket client = smtp.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-double");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 double");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT TO:")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    keep(to, data(in));
                    if (to.startsWith("silence@")) {
                        return;
                    }
                }
                say(out, answer(verb));
            }
        } catch (IOException e) {
            // Whoever spoke went away.
        }
    }

    private static String answer(String verb) {
        if (verb.startsWith("RCPT TO:<NOBODY@")) {
            return "550 5.1.1 no such mailbox";
        }
        return verb.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    private synchronized void keep(String to, String data) {
        letters.addObject().put("to", to).put("data", data);
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
