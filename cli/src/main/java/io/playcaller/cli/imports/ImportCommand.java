package io.playcaller.cli.imports;

import io.playcaller.cli.Installation;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.door.Courier;
import io.playcaller.cli.door.Doors;
import io.playcaller.cli.http.Http;
import io.playcaller.mapping.Kind;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.Shift;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.clock.MachineTime;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}. */
@Command(
        name = "import",
        description = {
            "Bring history in from CSV files, through the same doors as everybody.",
            "History opens no task; when it ends, what is bad now is one triage list."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private final Home home;

    @Parameters(paramLabel = "DIR", description = "the folder with the files, .csv or .csv.gz")
    private Path folder;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "which column becomes what; shipped: ravenstack")
    private String mappingName;

    @Option(names = "--preview", description = "only look: fill rates, values without translation, accounts")
    private boolean preview;

    @Option(names = "--shift-to-now", description = "move all dates by whole days, so that the newest is now")
    private boolean shiftToNow;

    @Spec
    private CommandSpec spec;

    public ImportCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Mapping mapping = KnownMappings.find(mappingName);
        Survey survey = Survey.of(mapping, folder);
        if (preview) {
            terminal.lines(new Preview(survey, registeredWhereRunning()).lines());
            return 0;
        }
        Installation installation = Installation.running(home);
        ImportMemory memory = new ImportMemory(home.imports().resolve(mapping.name()));
        Shift shift = shift(survey, memory);
        memory.keepShift(shift);
        if (shift.days() != 0) {
            terminal.line("All dates are moved by %,d days.".formatted(shift.days()));
        }
        Tally tally = deliver(terminal, installation, survey, shift, memory);
        terminal.line("");
        terminal.lines(tally.lines());
        survey.sections()
                .values()
                .forEach(section -> section.notes()
                        .forEach((note, rows) -> terminal.line("  %,8d of %s %s"
                                .formatted(rows, section.section().title(), note.text()))));
        terminal.line("%,d changes.".formatted(tally.changes()));
        return 0;
    }

    private Tally deliver(
            Terminal terminal, Installation installation, Survey survey, Shift shift, ImportMemory memory) {
        Http http = new Http();
        Doors doors = new Doors(installation, http);
        Tally tally = new Tally();
        try (Ledger ledger = Ledger.open(memory.ledger());
                Progress progress = Progress.of(terminal, "Importing", survey.rows())) {
            Delivery delivery = new Delivery(survey, shift, ledger, tally, new KnownAccounts(installation, http));
            String run = memory.beginRun();
            doors.beginBackfill(run, Senders.of(Kind.USAGE));
            try (Courier courier = new Courier(doors, run, (parcel, outcome) -> {
                delivery.delivered(parcel, outcome);
                progress.step();
            })) {
                delivery.handTo(courier);
            }
            delivery.settleLosses();
            doors.endBackfill(run, Senders.of(Kind.USAGE));
            memory.endRun();
        }
        return tally;
    }

    private Shift shift(Survey survey, ImportMemory memory) {
        if (!shiftToNow) {
            return Shift.NONE;
        }
        return memory.shiftDays().isPresent()
                ? new Shift(memory.shiftDays().getAsLong())
                : Shift.toNow(survey.newest(), MachineTime.source().instant());
    }

    private Predicate<String> registeredWhereRunning() {
        Optional<RunState> running = RunState.read(home.runState()).filter(RunState::supervisorLives);
        return running.isPresent() ? new KnownAccounts(Installation.running(home), new Http()) : account -> false;
    }
}
