package io.playcaller.cli.demo;

import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.clock.BusinessTime;
import io.playcaller.cli.door.Courier;
import io.playcaller.cli.door.Doors;
import io.playcaller.cli.door.Outcome;
import io.playcaller.cli.door.Parcel;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.cli.imports.ImportMemory;
import io.playcaller.cli.imports.Progress;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.clock.MachineTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the demo company in: its history as one backfill, then what happens live. */
public final class DemoRun {

    static final long SEED = 20_260_101L;

    private final Installation installation;
    private final Terminal terminal;
    private final Http http = new Http();

    public DemoRun(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    static Path truthFile(Installation installation) {
        return installation.home().demo().resolve("truth.json");
    }

    /** The whole company. Does nothing when it is here already. */
    public void play() {
        play(DemoCompany.WHOLE);
    }

    /** So many accounts of the company. Does nothing when it is here already. */
    void play(int accounts) {
        Path truth = truthFile(installation);
        if (Files.exists(truth)) {
            terminal.line("The demo company is here already (%s).".formatted(truth));
            return;
        }
        DemoCompany company = company(accounts);
        Session session = Session.open(installation, http);
        Secrets secrets = installation.secrets().with(DemoCompany.SILENT_SOURCE, DemoSource.create(session));
        Doors doors = new Doors(new Installation(installation.home(), installation.settings(), secrets), http);
        history(company, doors);
        DemoCompany later = company(accounts);
        live(later, doors);
        keep(truth, later.truth());
        new DemoWatch(session, terminal).awaitTasks(later.truth());
    }

    private DemoCompany company(int accounts) {
        Instant now = MachineTime.source().instant().truncatedTo(ChronoUnit.MILLIS);
        return new DemoCompany(SEED, now, new BusinessTime(installation.settings()).ahead(), accounts);
    }

    private void history(DemoCompany company, Doors doors) {
        List<List<Parcel>> histories =
                company.accounts().stream().map(company::history).toList();
        long parcels = histories.stream().mapToLong(List::size).sum();
        ImportMemory memory = new ImportMemory(installation.home().demo());
        String run = memory.beginRun();
        doors.beginBackfill(run, Secrets.WEB);
        deliver(doors, run, "History of %d accounts".formatted(histories.size()), parcels, histories);
        doors.endBackfill(run, Secrets.WEB);
        memory.endRun();
    }

    private void live(DemoCompany company, Doors doors) {
        List<List<Parcel>> live = new ArrayList<>();
        company.accounts().forEach(account -> live.add(company.live(account)));
        deliver(doors, null, "Live", live.stream().mapToLong(List::size).sum(), live);
    }

    private void deliver(Doors doors, @Nullable String run, String task, long most, List<List<Parcel>> parcels) {
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        try (Progress progress = Progress.of(terminal, task, most);
                Courier courier = new Courier(doors, run, (parcel, outcome) -> {
                    progress.step();
                    if (outcome instanceof Outcome.Refused no) {
                        refused.add("%s: %s (%s)".formatted(no.code(), no.detail(), parcel));
                    }
                })) {
            parcels.forEach(ofAccount -> ofAccount.forEach(courier::hand));
        }
        if (!refused.isEmpty()) {
            throw new Refused("the doors refused %d items of the demo, such as:\n  %s"
                    .formatted(refused.size(), refused.stream().limit(5).collect(Collectors.joining("\n  "))));
        }
    }

    private static void keep(Path file, Truth truth) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(truth));
        } catch (IOException e) {
            throw new Refused("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
