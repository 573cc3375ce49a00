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
import io.playcaller.lab.replay.PeerHistory;
import io.playcaller.lab.replay.PeerWeeks;
import io.playcaller.lab.replay.Replay;
import io.playcaller.lab.rows.EventRows;
import io.playcaller.lab.rows.Label;
import io.playcaller.lab.rows.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Replays the accounts that have labels, and says how well their score foretold how it ended. */
public final class Evaluation {

    /** Is told how far it is: each account is lived through once, and once more before it where peers are to be counted. */
    @FunctionalInterface
    public interface Progress {
        void at(int lives, int of);
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
        Map<String, List<Label>> byAccount = labels.byAccount();
        HealthEngine engine = new HealthEngine(model);
        int counted = engine.comparesPeers() ? byAccount.size() : 0;
        int lives = counted + byAccount.size();
        PeerHistory peers = engine.comparesPeers()
                ? peers(engine, rows, byAccount, accounts -> progress.at(accounts, lives))
                : PeerHistory.NONE;
        int done = counted;
        Replay replay = new Replay(engine, peers);
        List<Looked> looked = new ArrayList<>();
        int otherSignals = 0;
        for (Map.Entry<String, List<Label>> account : byAccount.entrySet()) {
            List<Event<?>> facts = FactMaker.facts(map, account.getKey(), rows.of(account.getKey()));
            List<Looked> looks = looks(replay, facts, account.getValue());
            otherSignals += settings.check() ? otherSignals(replay, facts, looks) : 0;
            looked.addAll(looks);
            progress.at(++done, lives);
        }
        return new Reckoning(model, looked, judged(looked), settings.draws())
                .figures(rows.size(), settings.check() ? new Checked(looked.size(), otherSignals) : null);
    }

    /** Every life is lived once beside nobody, so that it is known who stands where in which week. */
    private PeerHistory peers(
            HealthEngine engine, EventRows rows, Map<String, List<Label>> byAccount, IntConsumer progress) {
        PeerWeeks weeks = new PeerWeeks(model);
        Replay alone = new Replay(engine);
        int done = 0;
        for (Map.Entry<String, List<Label>> account : byAccount.entrySet()) {
            List<Event<?>> facts = FactMaker.facts(map, account.getKey(), rows.of(account.getKey()));
            List<Label> labels = account.getValue();
            Instant begins = Replay.begins(facts, labels.get(0).at());
            List<Instant> times =
                    PeerWeeks.between(begins, labels.get(labels.size() - 1).at());
            if (!times.isEmpty()) {
                alone.lived(account.getKey(), facts, times).forEach(look -> weeks.count(look.score()));
            }
            progress.accept(++done);
        }
        return weeks.told();
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
