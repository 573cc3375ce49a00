package io.playcaller.router.rules.in;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.Routed;
import io.playcaller.router.routing.Router;
import io.playcaller.router.routing.RoutingCase;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A starter pack as somebody uses it: its files and its example's people in one directory. */
final class Pack {

    static final Path PACKS = Path.of("../deploy/packs");

    /** A Monday morning on which everybody works. */
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static final int DRAWS = 30;

    private final Path source;
    private final RouterRules rules;

    private Pack(Path source, RouterRules rules) {
        this.source = source;
        this.rules = rules;
    }

    static List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(PACKS)) {
            return found.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Read by the readers that the service reads with; {@code into} is empty. */
    static Pack read(String name, Path into) throws IOException {
        Path source = PACKS.resolve(name);
        for (Path file : yaml(source)) {
            Files.copy(file, into.resolve(file.getFileName()));
        }
        Files.copy(source.resolve("example/directory.yaml"), into.resolve("directory.yaml"));
        return new Pack(source, new RuleFiles(Optional.of(into)).contents().read());
    }

    static List<Path> yaml(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    RouterRules rules() {
        return rules;
    }

    /** Its ten signals. */
    List<Example> examples() throws IOException {
        return Files.readAllLines(source.resolve("example/signals.csv")).stream()
                .skip(1)
                .map(Example::of)
                .toList();
    }

    /**
     * A line of the example.
     *
     * @param who staff ids of whom one gets it; empty where nobody does
     * @param why the stage's reason where it makes no task
     */
    record Example(
            String account,
            String tier,
            String stage,
            List<String> owners,
            Reason reason,
            Severity severity,
            String play,
            String role,
            List<String> who,
            String why) {

        static Example of(String line) {
            String[] cells = line.split(",", -1);
            return new Example(
                    cells[0],
                    cells[1],
                    cells[2],
                    words(cells[3], " "),
                    Reason.ofCode(cells[4]).orElseThrow(() -> new IllegalArgumentException(line)),
                    Severity.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                    cells[6],
                    cells[7],
                    words(cells[8], "\\|"),
                    cells[9]);
        }

        private static List<String> words(String cell, String between) {
            return cell.isEmpty() ? List.of() : List.of(cell.split(between));
        }
    }

    Routed route(Example example) {
        return treated(
                example.account(),
                name -> signal(name, example.tier(), example.stage(), example.reason())
                        .severity(example.severity()),
                example.owners());
    }

    /** A signal of an account of which nobody is the owner. */
    Routed route(Reason reason, String tier) {
        return treated("nobodys", name -> signal(name, tier, "adoption", reason), List.of());
    }

    private static Signals signal(String account, String tier, String stage, Reason reason) {
        return Signals.of(account)
                .tier(tier)
                .stage(stage)
                .reason(reason)
                .renewal(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 4, 20));
    }

    /** Under the first name that the draw of holdouts does not leave alone. */
    private Routed treated(String account, Function<String, Signals> signal, List<String> owners) {
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> owned(signal.apply(draw == 0 ? account : account + "-" + draw), owners))
                .map(this::route)
                .filter(routed -> !(routed instanceof Routed.HeldOut))
                .findFirst()
                .orElseThrow();
    }

    /** @param owners as {@code csm=ana} */
    private static Signals owned(Signals signal, List<String> owners) {
        owners.forEach(owner -> signal.owner(owner.split("=")[0], owner.split("=")[1]));
        return signal;
    }

    private Routed route(Signals signal) {
        return Router.of(rules, NOW).route(caseOf(signal), List.of());
    }

    /** Whom the play's steps ask for, in a tier. */
    RoutingCase caseOf(String tier, Reason reason) {
        return caseOf(signal("nobodys", tier, "adoption", reason));
    }

    private static RoutingCase caseOf(Signals signal) {
        return new RoutingCase(signal.build(), KnownAccount.UNKNOWN, List.of(), List.of(), Workload.EMPTY, null);
    }

    Instant now() {
        return NOW;
    }
}
