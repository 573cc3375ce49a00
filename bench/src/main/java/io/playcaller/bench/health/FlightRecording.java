package io.playcaller.bench.health;

import io.playcaller.bench.Jcmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Lets the flight recorder of a process look, each 10 ms, at what its threads do while it counts. Leaves the recording
 * ({@code .jfr}) and, for a flame graph, each stack with how often it was seen ({@code .stacks}).
 */
final class FlightRecording implements Counting {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String OURS = "io.playcaller.";

    private final long pid;
    private final Path recording;
    private final Path stacks;

    /** @param name of the files in {@code directory} */
    FlightRecording(long pid, Path directory, String name) {
        this.pid = pid;
        this.recording = directory.resolve(name + ".jfr").toAbsolutePath();
        this.stacks = directory.resolve(name + ".stacks");
    }

    @Override
    public void begins() throws IOException, InterruptedException {
        Jcmd.run(pid, "JFR.start", "name=bench", "settings=profile", "maxsize=2g");
    }

    @Override
    public void ends() throws IOException, InterruptedException {
        Jcmd.run(pid, "JFR.stop", "name=bench", "filename=" + recording);
    }

    /** To be called when it has ended. */
    Profile profile() throws IOException {
        Profile.Counts self = new Profile.Counts();
        Profile.Counts ours = new Profile.Counts();
        Profile.Counts threads = new Profile.Counts();
        Map<String, Long> seen = new TreeMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace trace = event.getStackTrace();
                if (event.getEventType().getName().equals(SAMPLE) && trace != null) {
                    String thread = thread(event);
                    threads.see(thread);
                    self.see(method(trace.getFrames().get(0)));
                    ours.see(nearest(trace, thread));
                    seen.merge(stack(trace, thread), 1L, Long::sum);
                }
            }
        }
        Files.write(
                stacks,
                seen.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
        return new Profile(self.all(), self.most(), ours.most(), threads.most());
    }

    private static String thread(RecordedEvent event) {
        var thread = event.getThread("sampledThread");
        String name = thread == null ? null : thread.getJavaName();
        return "thread " + named(name).replaceAll("\\d+", "#").replace(';', ',');
    }

    private static String named(@Nullable String name) {
        return name == null ? "without a name" : name;
    }

    private static String nearest(RecordedStackTrace trace, String thread) {
        return trace.getFrames().stream()
                .map(FlightRecording::method)
                .filter(method -> method.startsWith(OURS))
                .findFirst()
                .orElse(thread);
    }

    /** Outermost first. */
    private static String stack(RecordedStackTrace trace, String thread) {
        Deque<String> frames = new ArrayDeque<>();
        trace.getFrames().forEach(frame -> frames.addFirst(method(frame)));
        frames.addFirst(thread);
        return String.join(";", frames);
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
