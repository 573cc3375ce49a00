package io.playcaller.ingest.held.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.letter.LetterItems;
import io.playcaller.ingest.door.privacy.app.Privacy;
import io.playcaller.ingest.door.webhook.app.Webhooks;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.app.KnownIdentities;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Reads again what waits, and resolves it by the edges that are known now. */
@ApplicationScoped
class Rereading {

    private static final Logger LOG = Logger.getLogger(Rereading.class);

    private final KnownIdentities people;
    private final BusinessClock clock;
    private final LetterItems items;
    private final RulesInForce names;
    private final IngestConfig config;

    Rereading(
            KnownIdentities people,
            Webhooks webhooks,
            Privacy privacy,
            RulesInForce names,
            BusinessClock clock,
            IngestConfig config) {
        this.people = people;
        this.clock = clock;
        this.items = new LetterItems(config.limits().eventBytes(), webhooks::reader, privacy::of);
        this.names = names;
        this.config = config;
    }

    private record Reread(HeldEvent held, Item item) {}

    /** One decision each, in their order; fails when the person store does not answer. */
    Uni<List<Release>> reread(List<HeldEvent> events) {
        List<Reread> read = new ArrayList<>(events.size());
        Set<ExternalId> named = new HashSet<>();
        for (HeldEvent event : events) {
            Item item = item(event);
            if (item.draft() instanceof Step.Kept<Draft> kept) {
                named.addAll(kept.value().subject().people());
            }
            read.add(new Reread(event, item));
        }
        return people.known(named)
                .map(known -> read.stream().map(event -> decide(event, known)).toList());
    }

    /** One that our own code stumbles over is refused, and stops nobody else's. */
    private Item item(HeldEvent event) {
        ClaimKey key = event.key();
        try {
            return items.item(event.letter(), key.source());
        } catch (RuntimeException fault) {
            RawItem nothing = RawItem.whole(event.letter().contentType(), new byte[0], Map.of());
            return Item.refused(0, key.id(), nothing, incident(fault));
        }
    }

    private Release decide(Reread event, Identities known) {
        try {
            return Release.of(event.held(), event.item(), known, rules(), clock.instant());
        } catch (RuntimeException fault) {
            return new Release.Unusable(event.held(), incident(fault));
        }
    }

    private Release.Rules rules() {
        return new Release.Rules(
                new ClockSkew(config.futureTolerance()), new LiveWindow(config.liveWindow()), names.now());
    }

    private static Refusal incident(RuntimeException fault) {
        LOG.error("an event that waited met a fault of ours; it becomes a dead letter", fault);
        return Refusal.incident("item");
    }
}
