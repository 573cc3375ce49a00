package io.playcaller.cli.tail;

import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tail}. */
@Command(
        name = "tail",
        description = "What comes in, and what is refused and why, as it happens.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {

    /** A service that shuts down ends each stream as soon as it begins. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Home home;

    @Option(names = "--source", paramLabel = "NAME", description = "only what it sends; of all when absent")
    private @Nullable String source;

    @Option(names = "--refused", description = "only what is refused")
    private boolean refused;

    @Option(names = "--facts", description = "with each fact as it stands in the log")
    private boolean facts;

    @Spec
    private CommandSpec spec;

    public TailCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Session session = Session.open(Installation.running(home), new Http());
        while (followed(session, out)) {
            out.println("  … asking again: what comes in between is not shown");
            out.flush();
        }
        throw new Refused("usage-ingest ended the stream; what comes from now on is not shown");
    }

    /** Whether it ended because its time was over, and not at once. */
    private boolean followed(Session session, PrintWriter out) {
        long begun = System.nanoTime();
        session.follow(Service.USAGE_INGEST, path(), line -> {
            TailText.lines(line, facts).forEach(out::println);
            out.flush();
        });
        return System.nanoTime() - begun > A_WHILE.toNanos();
    }

    private String path() {
        String from = source == null ? "" : "&source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
        return "/v1/tail?refused=" + refused + from;
    }
}
