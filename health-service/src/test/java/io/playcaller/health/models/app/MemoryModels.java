package io.playcaller.health.models.app;

import io.playcaller.health.models.Activation;
import io.playcaller.health.models.ModelBrief;
import io.playcaller.health.models.StoredModel;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Models} in memory: the table, without the log that is told in the same transaction. */
public final class MemoryModels implements Models {

    private final Map<String, StoredModel> byHash = new TreeMap<>();
    private final List<Activation> activations = new ArrayList<>();

    @Override
    public Uni<Boolean> store(StoredModel model) {
        return item(byHash.putIfAbsent(model.hash(), model) == null);
    }

    @Override
    public Uni<Optional<StoredModel>> find(String hash) {
        return item(Optional.ofNullable(byHash.get(hash)));
    }

    @Override
    public Uni<Optional<StoredModel>> active() {
        return item(newest().map(activation -> byHash.get(activation.hash())));
    }

    @Override
    public Uni<Optional<String>> activeHash() {
        return item(newest().map(Activation::hash));
    }

    private Optional<Activation> newest() {
        return activations.isEmpty() ? Optional.empty() : Optional.of(activations.get(activations.size() - 1));
    }

    @Override
    public Uni<List<ModelBrief>> list(@Nullable After after, int limit) {
        throw new UnsupportedOperationException("lists are SQL");
    }

    @Override
    public Uni<List<Activation>> activations(String hash) {
        List<Activation> those = new ArrayList<>(
                activations.stream().filter(it -> it.hash().equals(hash)).toList());
        Collections.reverse(those);
        return item(those);
    }

    @Override
    public Uni<Optional<Activation>> activate(Order order, When when) {
        String active = newest().map(Activation::hash).orElse(null);
        boolean wanted = switch (when) {
            case UNLESS_ACTIVE -> !order.hash().equals(active);
            case NOTHING_IS_ACTIVE -> active == null;
            case NEVER_WAS_ACTIVE ->
                activations.stream().noneMatch(it -> it.hash().equals(order.hash()));
        };
        return item(wanted ? Optional.of(add(order)) : Optional.empty());
    }

    @Override
    public Uni<Optional<Activation>> rollBack(String author, String reason) {
        return item(newest().map(Activation::replaced).map(hash -> add(new Order(hash, author, reason))));
    }

    private Activation add(Order order) {
        Activation added = new Activation(
                activations.size() + 1L,
                order.hash(),
                byHash.get(order.hash()).version(),
                newest().map(Activation::hash).orElse(null),
                order.author(),
                order.reason(),
                Instant.EPOCH);
        activations.add(added);
        return added;
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
