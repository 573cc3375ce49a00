package io.playcaller.bench.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process and everything that it started needed of the processors, user and system, as Linux counts it: of children
 * that live and of children that ended, such as PostgreSQL's sessions.
 */
public final class ProcessCpu {

    private static final Path PROCESSES = Path.of("/proc");

    /** USER_HZ: a hundred a second, wherever Linux runs. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** Places of utime, stime, cutime and cstime behind the process's name. */
    private static final int UTIME = 11;

    private static final int CSTIME = 14;

    private ProcessCpu() {}

    /** @throws IOException when there is no such process, or this is not Linux */
    public static Duration of(long pid) throws IOException {
        Duration sum = parse(Files.readString(file(pid, "stat")));
        List<ProcessHandle> children = ProcessHandle.of(pid)
                .map(process -> process.children().toList())
                .orElse(List.of());
        for (ProcessHandle child : children) {
            sum = sum.plus(ofChild(child));
        }
        return sum;
    }

    /** One that ends while it is read counts with its parent from then on. */
    private static Duration ofChild(ProcessHandle child) throws IOException {
        try {
            return of(child.pid());
        } catch (IOException e) {
            if (child.isAlive()) {
                throw e;
            }
            return Duration.ZERO;
        }
    }

    /**
     * The most memory that the process ever had, in bytes.
     *
     * @throws IOException when there is no such process, or this is not Linux
     */
    static long peakBytes(long pid) throws IOException {
        return parsePeak(Files.readString(file(pid, "status")));
    }

    private static Path file(long pid, String name) throws IOException {
        if (!Files.isDirectory(PROCESSES.resolve("self"))) {
            throw new IOException("the CPU time of processes is read from /proc, which only Linux has");
        }
        return PROCESSES.resolve(Long.toString(pid)).resolve(name);
    }

    /** Of a line of {@code /proc/PID/stat}; the name in it may hold blanks and parentheses. */
    static Duration parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = UTIME; i <= CSTIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return TICK.multipliedBy(ticks);
    }

    /** Of {@code /proc/PID/status}, which says it in kB. */
    static long parsePeak(String status) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow(() -> new IOException("the process does not say how much memory it had"));
    }
}
