package io.playcaller.lab;

import io.playcaller.contracts.Event;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.lab.baseline.Columns;
import io.playcaller.lab.facts.FactMaker;
import io.playcaller.lab.facts.FactMap;
import io.playcaller.lab.figures.Checked;
import io.playcaller.lab.figures.Figures;
import io.playcaller.lab.replay.Look;
import io.playcaller.lab.replay.Replay;
import io.playcaller.lab.rows.EventRows;
import io.playcaller.lab.rows.Label;
import io.playcaller.lab.rows.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays the accounts that have labels, and says how well their score foretold how it ended. */
public final class Evaluation {

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int accounts, int of);
    }

    private final HealthModel model;
    private final FactMap map;
    private final Settings settings;
    private final Optional<Instant> since;

    Evaluation(HealthModel model, FactMap map, Settings settings, Optional<Instant> since) {
        this.model = model;
        this.map = map;
        this.settings = settings;
        this.since = since;
    }

    /** @throws DifferentReplayException when it is to check, and a score in a life is not the same as at once */
    Figures figures(EventRows rows, Labels labels, Progress progress) {
        Replay replay = new Replay(new HealthEngine(model));
        Map<String, List<Label>> byAccount = labels.byAccount();
        List<Looked> looked = new ArrayList<>();
        int otherSignals = 0;
        int done = 0;
        for (Map.Entry<String, List<Label>> account : byAccount.entrySet()) {
            List<Event<?>> facts = FactMaker.facts(map, account.getKey(), rows.of(account.getKey()));
            List<Looked> looks = looks(replay, facts, account.getValue());
            otherSignals += settings.check() ? otherSignals(replay, facts, looks) : 0;
            looked.addAll(looks);
            progress.at(++done, byAccount.size());
        }
        return new Reckoning(model, looked, judged(looked), settings.draws())
                .figures(rows.size(), settings.check() ? new Checked(looked.size(), otherSignals) : null);
    }

    private boolean[] judged(List<Looked> looked) {
        boolean[] judged = new boolean[looked.size()];
        for (int i = 0; i < judged.length; i++) {
            Instant at = looked.get(i).label().at();
            judged[i] = since.isEmpty() || !at.isBefore(since.get());
        }
        return judged;
    }

    private List<Looked> looks(Replay replay, List<Event<?>> facts, List<Label> labels) {
        String account = labels.get(0).account();
        List<Instant> times = labels.stream().map(Label::at).toList();
        List<Look> lived = replay.lived(account, facts, times);
        List<Looked> looked = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            looked.add(new Looked(label, lived.get(i), Columns.at(label.at(), facts)));
        }
        return looked;
    }

    /** How many looks have other open signals when all facts are folded at once; no score may be another one. */
    private static int otherSignals(Replay replay, List<Event<?>> facts, List<Looked> looks) {
        Instant begins = Replay.begins(facts, looks.get(0).label().at());
        int others = 0;
        for (Looked looked : looks) {
            Label label = looked.label();
            Look lived = looked.look();
            Look atOnce = replay.atOnce(label.account(), facts, begins, label.at());
            if (!lived.score().equals(atOnce.score())) {
                throw new DifferentReplayException(label.unit(), lived.score(), atOnce.score());
            }
            others += lived.open().equals(atOnce.open()) ? 0 : 1;
        }
        return others;
    }
}
