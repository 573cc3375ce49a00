package io.playcaller.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line on loopback to a server, which tests trouble: cut, nobody gets through; stalled, everybody is connected and hears
 * nothing; mended, those who waited hear again; or they never do, and only new connections work.
 */
public final class Wire implements AutoCloseable {

    private final String host;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::daemon);
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final InetSocketAddress own;
    private volatile ServerSocket door;
    private boolean stalled;

    /** A line to {@code host:port}, in order. */
    public static Wire to(String address) {
        int colon = address.lastIndexOf(':');
        return new Wire(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private Wire(String host, int port) {
        this.host = host;
        this.port = port;
        this.door = open(0);
        this.own = (InetSocketAddress) door.getLocalSocketAddress();
    }

    /** {@code host:port} of its near end. */
    public String address() {
        return own.getAddress().getHostAddress() + ":" + own.getPort();
    }

    /** Whoever is connected, or connects from now on, hears nothing. */
    public synchronized void stall() {
        stalled = true;
        lines.forEach(line -> line.hold(true));
    }

    /** All connections end, and none is taken. */
    public synchronized void cut() {
        close(door);
        lines.forEach(Line::end);
    }

    /** In order again; who was stalled gets what waited. */
    public synchronized void mend() {
        stalled = false;
        lines.forEach(line -> line.hold(false));
        if (door.isClosed()) {
            door = open(own.getPort());
        }
    }

    /** In order again for new connections; those that are stalled hear nothing for ever. */
    public synchronized void forget() {
        stalled = false;
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private ServerSocket open(int atPort) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort));
            threads.execute(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                connect(at, at.accept());
            } catch (IOException e) {
                // The door was closed, or the server is away: the next one tries again.
            }
        }
    }

    /** Who came through a door that is closed by now is out, and who meets no server hears of it. */
    private synchronized void connect(ServerSocket at, Socket near) throws IOException {
        if (at.isClosed()) {
            close(near);
            return;
        }
        Line line = new Line(near, far(near), stalled);
        lines.add(line);
        threads.execute(line::there);
        threads.execute(line::back);
    }

    private Socket far(Socket near) throws IOException {
        try {
            return new Socket(host, port);
        } catch (IOException away) {
            close(near);
            throw away;
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    }

    /** One connection. */
    private static final class Line {

        private final Socket near;
        private final Socket far;
        private boolean held;

        Line(Socket near, Socket far, boolean held) {
            this.near = near;
            this.far = far;
            this.held = held;
        }

        void there() {
            pump(near, far);
        }

        void back() {
            pump(far, near);
        }

        synchronized void hold(boolean hold) {
            held = hold;
            notifyAll();
        }

        void end() {
            hold(false);
            close(near);
            close(far);
        }

        private void pump(Socket from, Socket to) {
            byte[] bytes = new byte[8192];
            try {
                int read = from.getInputStream().read(bytes);
                while (read >= 0) {
                    waitWhileHeld();
                    to.getOutputStream().write(bytes, 0, read);
                    read = from.getInputStream().read(bytes);
                }
            } catch (IOException e) {
                // One end is gone; so is the other.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close(near);
            close(far);
        }

        private synchronized void waitWhileHeld() throws InterruptedException {
            while (held) {
                wait();
            }
        }
    }
}
