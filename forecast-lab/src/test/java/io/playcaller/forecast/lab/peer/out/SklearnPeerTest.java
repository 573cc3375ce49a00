package io.playcaller.forecast.lab.peer.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.lab.figures.ContractFigures.PeerFigures;
import io.playcaller.forecast.lab.figures.ContractLab;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.file.ContractRow.Outcome;
import io.playcaller.forecast.lab.file.Matrix;
import io.playcaller.forecast.lab.peer.out.SklearnPeer.AbsentException;
import io.playcaller.testkit.Unproven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Takes Python with scikit-learn, such as Debian's {@code python3-sklearn}. */
class SklearnPeerTest {

    private static final SklearnPeer PEER =
            new SklearnPeer("python3", Path.of("..", "bench", "forecast", "sklearn_logistic.py"));
    private static final int FOLDS = 4;
    private static final int SEED = 42;

    @Test
    void contractsOfOneAccountAreDealtAndLearntAlike() {
        PeerFigures told = compare(rows(400, 150));

        assertThat(told.sameFolds()).isTrue();
        assertThat(told.coefficientDifference()).isLessThan(1e-4);
    }

    private static PeerFigures compare(List<ContractRow> rows) {
        Matrix matrix = Matrix.of(rows);
        ContractLab lab = new ContractLab(rows, matrix, new ContractLab.Settings(FOLDS, SEED, 20));
        try {
            return PEER.compare(
                    rows, matrix, lab.foldOf(), FOLDS, SEED, lab.evaluate().fits());
        } catch (AbsentException e) {
            throw Unproven.because(String.valueOf(e.getMessage()));
        }
    }

    /** Late payers are lost more often. */
    private static List<ContractRow> rows(int count, int accounts) {
        SplittableRandom random = new SplittableRandom(5);
        List<ContractRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double late = random.nextDouble();
            Outcome outcome = random.nextDouble() < 0.1 + 0.4 * late ? Outcome.LOST : Outcome.RENEWED;
            rows.add(new ContractRow(
                    "c" + i,
                    "a" + random.nextInt(accounts),
                    null,
                    null,
                    outcome,
                    Map.of("late", Double.toString(late))));
        }
        return rows;
    }
}
