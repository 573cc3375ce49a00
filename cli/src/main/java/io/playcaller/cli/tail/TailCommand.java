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
        session.follow(Service.USAGE_INGEST, path(), line -> {
            TailText.lines(line, facts).forEach(out::println);
            out.flush();
        });
        throw new Refused("usage-ingest ended the stream; what comes from now on is not shown");
    }

    private String path() {
        String from = source == null ? "" : "&source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
        return "/v1/tail?refused=" + refused + from;
    }
}
