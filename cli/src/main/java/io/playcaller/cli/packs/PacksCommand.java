package io.playcaller.cli.packs;

import io.playcaller.cli.Columns;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packs}. */
@Command(
        name = "packs",
        description = {
            "Starter packs: roles, coverage, plays and clocks to begin with. Without more, lists them.",
            "deploy/packs/README.md says more. Nothing has to run."
        },
        mixinStandardHelpOptions = true)
public final class PacksCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public PacksCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (StarterPack pack : StarterPack.all(home.root())) {
            rows.add(List.of(pack.name(), pack.title()));
        }
        Terminal.of(spec).lines(Columns.aligned(rows));
        return 0;
    }

    @Command(
            name = "show",
            description = "What a pack is and what is in it; or, with --into, its files written into a directory.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "NAME", description = "of the pack") String name,
            @Option(
                            names = "--into",
                            paramLabel = "DIR",
                            description = "write its files there; what is there already is not replaced")
                    @Nullable
                    Path target)
            throws IOException {
        StarterPack pack = StarterPack.named(home.root(), name);
        Terminal.of(spec)
                .lines(
                        target == null
                                ? whole(pack)
                                : List.of(
                                        "Wrote %s into %s".formatted(String.join(", ", pack.into(target)), target),
                                        "Check it with ./playcaller plays validate %s".formatted(target)));
        return 0;
    }

    @Command(
            name = "diff",
            description =
                    "What differs between a pack and the rule files of a directory, line by line: - the pack, + the directory.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "NAME", description = "of the pack") String name,
            @Parameters(paramLabel = "DIR", description = "that the router reads") Path directory)
            throws IOException {
        List<String> lines = new PackDifference(StarterPack.named(home.root(), name), directory).lines();
        Terminal.of(spec).lines(lines.isEmpty() ? List.of("Nothing differs.") : lines);
        return 0;
    }

    private static List<String> whole(StarterPack pack) throws IOException {
        List<String> lines = new ArrayList<>(pack.readme());
        for (Path file : pack.files()) {
            lines.add("");
            lines.add("── " + file.getFileName() + " ──");
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
