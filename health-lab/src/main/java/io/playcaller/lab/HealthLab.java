package io.playcaller.lab;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.lab.facts.FactMap;
import io.playcaller.lab.facts.FactMapFile;
import io.playcaller.lab.figures.Figures;
import io.playcaller.lab.rows.EventRows;
import io.playcaller.lab.rows.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evaluates a model of health with files of somebody's own. */
public record HealthLab(Input input, Settings settings) {

    /**
     * @throws RowsException when rows or labels are wrong
     * @throws io.playcaller.chassis.yaml.ConfigException when mapping or model are wrong
     * @throws DifferentReplayException when the check fails
     */
    public Figures evaluate(Evaluation.Progress progress) {
        HealthModel model = model();
        FactMap map = input.mapping()
                .map(file -> FactMapFile.read(file.toString(), content(file)))
                .orElseGet(FactMapFile::shipped);
        Labels ends = Labels.read(input.labels(), input.outcome());
        EventRows rows = EventRows.read(input.events());
        map.requireFitting(rows, input.events());
        ends.requireRows(input.labels(), rows);
        Optional<Instant> since = settings.since().map(text -> ends.since(text, input.labels()));
        return new Evaluation(model, map, settings, since).figures(rows, ends, progress);
    }

    private HealthModel model() {
        Optional<Path> file = input.scorecard().filter(path -> !Files.isDirectory(path));
        return file.map(path -> ModelFolder.withScorecards(path.toString(), content(path)))
                .orElseGet(() -> ModelFolder.read("--scorecard", input.scorecard()))
                .model();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RowsException(List.of("cannot read " + file + " as a file of UTF-8 text: " + e));
        }
    }
}
