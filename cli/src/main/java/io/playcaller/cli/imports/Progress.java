package io.playcaller.cli.imports;

import io.playcaller.cli.Terminal;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and time left on a terminal; elsewhere one line when it is done. */
public final class Progress implements AutoCloseable {

    private final Terminal terminal;
    private final String task;
    private final @Nullable ProgressBar bar;
    private final long startedNanos = System.nanoTime();
    private long steps;

    private Progress(Terminal terminal, String task, @Nullable ProgressBar bar) {
        this.terminal = terminal;
        this.task = task;
        this.bar = bar;
    }

    public static Progress of(Terminal terminal, String task, long most) {
        if (!terminal.interactive()) {
            return new Progress(terminal, task, null);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build();
        return new Progress(terminal, task, bar);
    }

    /** Called from several threads. */
    public synchronized void step() {
        steps++;
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
        double seconds = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1000.0;
        terminal.line(String.format(
                java.util.Locale.ROOT, "%s: %,d delivered in %.1f s, %,.0f/s", task, steps, seconds, steps / seconds));
    }
}
