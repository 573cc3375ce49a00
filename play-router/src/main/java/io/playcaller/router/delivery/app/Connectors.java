package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.out.HttpWebhook;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.app.KnownPrecisions;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All connectors there are, by name. */
@Singleton
public class Connectors {

    private final List<Connector> all;
    private final CurrentRules rules;
    private final KnownPrecisions precisions;

    Connectors(@All List<Connector> all, CurrentRules rules, KnownPrecisions precisions) {
        this.all = all.stream().sorted(Comparator.comparing(Connector::name)).toList();
        this.rules = rules;
        this.precisions = precisions;
    }

    public List<Connector> all() {
        return all;
    }

    /** Those that keep tasks of their own. */
    public List<TaskTool> taskTools() {
        return all.stream()
                .filter(TaskTool.class::isInstance)
                .map(TaskTool.class::cast)
                .toList();
    }

    public Optional<Connector> named(String name) {
        return all.stream().filter(connector -> connector.name().equals(name)).findFirst();
    }

    /** Those that are told; where nothing is configured it is the webhook, so that the ledger can say so. */
    public List<Connector> told() {
        List<Connector> configured =
                all.stream().filter(Connector::isConfigured).toList();
        return configured.isEmpty() ? named(HttpWebhook.NAME).stream().toList() : configured;
    }

    /** The messages of these steps, in their order. */
    public List<Delivery> deliveries(List<TaskDecision.Changed> changes) {
        Background background = background();
        List<Connector> told = told();
        return changes.stream()
                .flatMap(change -> told.stream().flatMap(one -> one.deliveries(change, background).stream()))
                .toList();
    }

    /** What messages say now beside their tasks. */
    Background background() {
        return new Background(rules.get().directory(), precisions.get());
    }
}
