package io.playcaller.cli.simulate;

import io.playcaller.cli.Installation;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.clock.Spans;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.lab.rows.Label;
import io.playcaller.lab.rows.Labels;
import io.playcaller.lab.simulate.Candidate;
import io.playcaller.lab.simulate.LogFile;
import io.playcaller.lab.simulate.LogLine;
import io.playcaller.lab.simulate.LogSource;
import io.playcaller.lab.simulate.Simulated;
import io.playcaller.lab.simulate.Simulation;
import io.playcaller.lab.simulate.Simulation.Question;
import io.playcaller.lab.simulate.SimulationText;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate}. */
@Command(
        name = "simulate",
        description = {
            "Replay the log by the model in force and by another one: who changes grade, which signals would have opened and"
                    + " closed, and how well each foretold how contracts ended. Nothing is changed anywhere.",
            "docs/models.md says what is compared, and how."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "a scorecards.yaml or another file of a model, or a folder of them; the rest is as in force")
    private Path candidate;

    @Option(names = "--since", defaultValue = "180d", paramLabel = "SPAN", description = "what counts; default 180d")
    private String since;

    @Option(
            names = "--ahead",
            defaultValue = "30d",
            paramLabel = "SPAN",
            description = "how long before a contract ends a warning would have counted; default 30d")
    private String ahead;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "a log that --save wrote; default: customer-events of the running installation")
    private @Nullable Path events;

    @Option(
            names = "--broker",
            paramLabel = "HOST:PORT",
            description = "of another installation, by its Kafka; the model in force there is named with --against")
    private @Nullable String broker;

    @Option(
            names = "--topic-prefix",
            defaultValue = "",
            paramLabel = "PREFIX",
            description = "of that installation; default none")
    private String prefix;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "in place of the model in force: files over those that ship; default with --events or --broker: the ones"
                            + " that ship")
    private @Nullable Path against;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "how it ended, as evaluate takes it; default: as contracts in the log say")
    private @Nullable Path labels;

    @Option(names = "--outcome", defaultValue = "y", paramLabel = "COLUMN", description = "of the labels; default y")
    private String outcome;

    @Option(names = "--save", paramLabel = "FILE", description = "write the log that is read there, too")
    private @Nullable Path save;

    @Mixin
    private JsonFile json = new JsonFile();

    public SimulateCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (events != null && save != null) {
            throw new Refused(
                    "--save writes what is read from Kafka, and --events reads a file: leave one of them out");
        }
        // Kafka's clients would tell of each connection between the lines of the answer.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Terminal terminal = Terminal.of(spec);
        Question question = new Question(Spans.parse(since), Spans.parse(ahead), known());
        ModelFiles base = inForce();
        Simulation simulation =
                new Simulation(base.model(), Candidate.over(base, candidate).model(), question);
        Simulated simulated = simulated(simulation, terminal);
        terminal.lines(SimulationText.lines(simulated));
        json.write(WireJson.write(simulated));
        return 0;
    }

    private List<Label> known() {
        return labels == null ? List.of() : Labels.read(labels, outcome).all();
    }

    private ModelFiles inForce() {
        if (against != null) {
            return Candidate.over(Candidate.shipped(), against);
        }
        return events == null && broker == null ? ActiveModel.of(Installation.running(home)) : Candidate.shipped();
    }

    private Simulated simulated(Simulation simulation, Terminal terminal) throws IOException {
        if (save == null) {
            return simulated(simulation, log(line -> {}), terminal);
        }
        try (SavedLog saved = new SavedLog(save)) {
            return simulated(simulation, log(saved), terminal);
        }
    }

    private static Simulated simulated(Simulation simulation, LogSource log, Terminal terminal) {
        return simulation.of(log, (done, of) -> terminal.live("replayed %d of %d partitions".formatted(done, of)));
    }

    private LogSource log(Consumer<LogLine> copy) {
        if (events != null) {
            return new LogFile(events);
        }
        String kafka = broker == null
                ? "localhost:" + Installation.running(home).settings().kafkaPort()
                : broker;
        return new KafkaLog(kafka, Topic.CUSTOMER_EVENTS.name(prefix), copy);
    }
}
