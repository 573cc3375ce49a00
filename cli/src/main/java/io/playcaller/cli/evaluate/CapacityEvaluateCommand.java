package io.playcaller.cli.evaluate;

import io.playcaller.cli.Columns;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal.Days;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate capacity}. */
@Command(
        name = "capacity",
        description = {
            "The people that the capacity plan asks for, and one fewer: share of tasks begun in time by formula, and by a"
                    + " simulation of working days that knows none of it.",
            "docs/forecast.md says what is assumed."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class CapacityEvaluateCommand implements Callable<Integer> {

    private static final int FEWEST_DAYS = 1_000;
    private static final int MOST_DAYS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--demand",
            paramLabel = "FILE",
            description =
                    "work by role: role,sharing,attainment,within,busiest,stream,tasks,minutes; default: an example")
    private @Nullable Path demand;

    @Option(
            names = "--days",
            defaultValue = "40000",
            paramLabel = "N",
            description = "how many working days are played; default 40000")
    private int days;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "the same plays the same days; default 1")
    private long seed;

    @Mixin
    private JsonFile json = new JsonFile();

    @Override
    public Integer call() throws IOException {
        Bounds.require(spec, "--days", days, FEWEST_DAYS, MOST_DAYS);
        Terminal terminal = Terminal.of(spec);
        List<CapacityRole> roles = demand == null ? CapacityRole.example() : CapacityDemandFile.read(demand, days);
        List<CheckedRole> checked = new ArrayList<>();
        for (CapacityRole role : roles) {
            terminal.live("plays " + role.name());
            checked.add(CheckedRole.of(role, new Days(days, CapacityRole.OFFICE_MINUTES, seed)));
        }
        terminal.lines(lines(checked));
        json.write(WireJson.write(checked));
        return 0;
    }

    private List<String> lines(List<CheckedRole> checked) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(CheckedRole.HEADER);
        checked.forEach(role -> rows.add(role.cells()));
        List<String> lines = new ArrayList<>(Columns.aligned(rows));
        double largest =
                checked.stream().mapToDouble(CheckedRole::difference).max().orElse(0);
        lines.add(String.format(
                Locale.ROOT,
                "%,d working days each, seed %d; formula and simulation differ by at most %.1f points.",
                days,
                seed,
                largest * 100));
        return lines;
    }
}
