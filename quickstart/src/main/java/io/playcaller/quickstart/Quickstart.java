package io.playcaller.quickstart;

import io.playcaller.quickstart.clock.MachineTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The supervisor process: {@code Quickstart <root> [<pid of the command that it ends with>]}. Its output is
 * {@code logs/quickstart.log}; how it stands is in {@link Home#runState()}. SIGTERM stops everything.
 */
public final class Quickstart {

    private static final int FAILED = 1;

    private Quickstart() {}

    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        home.create();
        FileChannel pidFile = lock(home.pidFile());
        RunBoard board = new RunBoard(home.runState(), MachineTime.source());
        int code = run(home, board, arguments.length > 1 ? Long.parseLong(arguments[1]) : 0);
        pidFile.close();
        Runtime.getRuntime().halt(code);
    }

    private static int run(Home home, RunBoard board, long commandPid) throws InterruptedException {
        Supervisor supervisor;
        try {
            supervisor = supervisor(home, board);
        } catch (QuickstartException e) {
            tell(home, board, e);
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, board), "stop"));
        endWith(commandPid);
        try {
            supervisor.start();
            supervisor.awaitStop();
        } catch (RuntimeException e) {
            if (!board.stopping()) {
                tell(home, board, e);
            }
            supervisor.stop();
            return FAILED;
        }
        // The signal's own thread ends the process when it has put everything away.
        Thread.currentThread().join();
        return 0;
    }

    private static Supervisor supervisor(Home home, RunBoard board) {
        Settings settings = Settings.load(home.settings());
        Secrets secrets = Secrets.loadOrCreate(home.secrets(), new SecureRandom());
        StaffDirectory.writeUnlessThere(home);
        return new Supervisor(home, settings, new ServiceConfig(home, settings, secrets), board);
    }

    private static void stop(Supervisor supervisor, RunBoard board) {
        supervisor.stop();
        board.stopped();
    }

    /** A full disk has many faces, so it is named whatever failed. */
    private static void tell(Home home, RunBoard board, RuntimeException fault) {
        String why =
                reason(fault) + Preflight.disk(home).map("\nalso: "::concat).orElse("");
        say(board.now(), "cannot go on: " + why);
        board.failed(why);
    }

    private static String reason(Throwable fault) {
        StringBuilder text = new StringBuilder(String.valueOf(fault.getMessage()));
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\n  because: ").append(cause);
        }
        for (Throwable other : fault.getSuppressed()) {
            text.append("\nalso: ").append(reason(other));
        }
        return text.toString();
    }

    /** A quickstart in the foreground does not outlive its command, however that ended. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void endWith(long commandPid) {
        if (commandPid == 0) {
            return;
        }
        // Exiting joins the thread of onExit, so another one has to ask for it.
        ProcessHandle.of(commandPid)
                .ifPresent(command -> command.onExit().thenRun(() -> new Thread(() -> System.exit(0), "end").start()));
    }

    private static FileChannel lock(Path pidFile) throws IOException {
        FileChannel channel = FileChannel.open(pidFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new QuickstartException("already running; see ./playcaller status");
        }
        channel.truncate(0);
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid));
        return channel;
    }

    static void say(Instant at, String what) {
        System.out.println(at.truncatedTo(ChronoUnit.MILLIS) + " " + what);
    }
}
