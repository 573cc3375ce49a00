package io.playcaller.ingest.door.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of one source. A reader lets it treat an event before it looks at it, so that nothing behind the reader has seen
 * what was there: neither facts and claims nor dead letters and answers. Treated twice, an event is the same event.
 */
public final class PropertyFilter {

    /** Of a source without rules: everything stays as it came. */
    public static final PropertyFilter NONE = new PropertyFilter(List.of(), Needs.NONE, Pseudonyms.under("unused"));

    private final List<PropertyRule> rules;
    private final Needs needs;
    private final Pseudonyms pseudonyms;

    /** @param needs what a rule with {@code *} spares */
    public PropertyFilter(List<PropertyRule> rules, Needs needs, Pseudonyms pseudonyms) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(PropertyRule::treatment))
                .toList();
        this.needs = needs;
        this.pseudonyms = pseudonyms;
    }

    /** Whether there is no rule. */
    public boolean isNone() {
        return rules.isEmpty();
    }

    /**
     * Treats an event in its place.
     *
     * @return what is kept of it in the place of {@code raw}: the event as it is read, written anew, so that not even a
     *     second field of one name, which no reader sees, is kept as it came
     */
    public RawItem treat(ObjectNode event, RawItem raw) {
        if (isNone()) {
            return raw;
        }
        List<Treated> treated = treat(event);
        return raw.rewritten(event.toString().getBytes(StandardCharsets.UTF_8)).treated(treated);
    }

    /** Treats what holds for several events, or stands in several places, and says what was done. */
    public List<Treated> treat(ObjectNode shared) {
        Treating treating = new Treating(needs, pseudonyms);
        rules.forEach(rule -> treating.apply(rule, shared));
        return treating.done();
    }

    /**
     * The item of what cannot be read, and so cannot be treated: with rules, of its body only the length and the hash are
     * kept, and the refusal does not say what came.
     *
     * @param raw with nothing beside it that would have to be treated
     */
    public Item unread(int index, RawItem raw, Refusal refusal) {
        return isNone()
                ? Item.refused(index, null, raw, refusal)
                : Item.refused(index, null, withheld(raw), refusal.withoutWhatCame());
    }

    /** What is kept of a body that cannot be read. */
    public RawItem withheld(RawItem raw) {
        if (isNone()) {
            return raw;
        }
        byte[] came = new byte[raw.length()];
        raw.content().get(came);
        String kept = "withheld: " + came.length + " bytes, " + pseudonyms.of(came);
        return raw.rewritten(kept.getBytes(StandardCharsets.UTF_8));
    }
}
