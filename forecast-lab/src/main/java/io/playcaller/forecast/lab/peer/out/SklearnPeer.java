package io.playcaller.forecast.lab.peer.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.lab.figures.ContractFigures.Fit;
import io.playcaller.forecast.lab.figures.ContractFigures.PeerFigures;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.file.Matrix;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The same logistic regression by scikit-learn, in a process of its own: agreement and time. The script is given the matrix and the
 * rounds, and scales, learns and deals folds by itself.
 *
 * @param python the program
 * @param script {@code bench/forecast/sklearn_logistic.py}
 */
public record SklearnPeer(String python, Path script) {

    private static final int LIMIT_MINUTES = 10;
    private static final double NANOS = 1e9;

    /** Why there is no peer, in words for people. */
    public static final class AbsentException extends Exception {

        private static final long serialVersionUID = 1L;

        AbsentException(String message) {
            super(message);
        }
    }

    /**
     * Compares.
     *
     * @param fold of each contract
     * @param folds 0 with dates
     * @throws AbsentException where Python, scikit-learn or the script is missing, or the script fails
     */
    public PeerFigures compare(
            List<ContractRow> contracts, Matrix matrix, List<Integer> fold, int folds, int seed, List<Fit> ours)
            throws AbsentException {
        try {
            Path file = Files.createTempFile("playcaller-peer", ".csv");
            try {
                write(file, contracts, matrix, fold);
                return figures(WireJson.mapper().readTree(run(file, folds, seed)), ours);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AbsentException("%s could not be run: %s".formatted(python, e.getMessage()));
        }
    }

    private String run(Path file, int folds, int seed) throws IOException, AbsentException {
        Path said = Files.createTempFile("playcaller-peer", ".json");
        Path wrong = Files.createTempFile("playcaller-peer", ".err");
        try {
            Process process = new ProcessBuilder(
                            python, script.toString(), file.toString(), Integer.toString(folds), Integer.toString(seed))
                    .redirectOutput(said.toFile())
                    .redirectError(wrong.toFile())
                    .start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AbsentException("the script took longer than %d minutes".formatted(LIMIT_MINUTES));
            }
            if (process.exitValue() != 0) {
                throw new AbsentException(last(Files.readString(wrong)));
            }
            return Files.readString(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbsentException("interrupted");
        } finally {
            Files.deleteIfExists(said);
            Files.deleteIfExists(wrong);
        }
    }

    private static void write(Path file, List<ContractRow> contracts, Matrix matrix, List<Integer> fold)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("fold,account,lost");
            for (int j = 0; j < matrix.features().size(); j++) {
                out.write(",f" + j);
            }
            Map<String, Integer> accounts = new HashMap<>();
            for (int i = 0; i < contracts.size(); i++) {
                ContractRow row = contracts.get(i);
                accounts.putIfAbsent(row.account(), accounts.size());
                out.write("\n%d,%d,%d".formatted(fold.get(i), accounts.get(row.account()), row.lost() ? 1 : 0));
                for (double value : matrix.rows().get(i)) {
                    out.write(Double.isNaN(value) ? "," : "," + value);
                }
            }
            out.write("\n");
        }
    }

    private static PeerFigures figures(JsonNode told, List<Fit> ours) throws AbsentException {
        JsonNode rounds = told.path("rounds");
        if (rounds.size() != ours.size()) {
            throw new AbsentException("it learnt %d rounds, not %d".formatted(rounds.size(), ours.size()));
        }
        double most = 0;
        double usual = 0;
        long here = 0;
        double there = 0;
        for (int i = 0; i < ours.size(); i++) {
            most = Math.max(most, difference(ours.get(i), rounds.get(i)));
            usual = Math.max(usual, rounds.get(i).path("usualDifference").asDouble());
            here += ours.get(i).nanos();
            there += rounds.get(i).path("seconds").asDouble();
        }
        Boolean sameFolds = Optional.of(told.path("sameFolds"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean)
                .orElse(null);
        return new PeerFigures(told.path("version").asText(), sameFolds, most, usual, here, (long) (there * NANOS));
    }

    private static double difference(Fit fit, JsonNode told) throws AbsentException {
        JsonNode theirs = told.path("coefficients");
        if (theirs.size() != fit.coefficients().size()) {
            throw new AbsentException("it learnt %d coefficients, not %d"
                    .formatted(theirs.size(), fit.coefficients().size()));
        }
        double most = Math.abs(fit.intercept() - told.path("intercept").asDouble());
        int place = 0;
        for (JsonNode coefficient : theirs) {
            double ours = fit.coefficients().get(place++).value();
            most = Math.max(most, Math.abs(ours - coefficient.asDouble()));
        }
        return most;
    }

    private static String last(String text) {
        return text.lines().reduce((one, next) -> next).orElse("no word of what went wrong");
    }
}
