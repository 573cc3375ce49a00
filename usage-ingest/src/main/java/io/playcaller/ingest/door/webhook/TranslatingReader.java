package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.EventCodec;
import io.playcaller.ingest.door.Guarded;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a tool says in its own words: each part becomes a CloudEvent, which the reader of CloudEvents reads. Whom it is
 * about stands beside the part in a letter, where the tool's own names for it would not be recognised.
 */
final class TranslatingReader implements WebhookReader {

    private static final String PERSON = "userId";
    private static final String ACCOUNT = "accountId";

    /** Of a letter for the account that was left, under a mapping that has changed since. */
    private static final Refusal DID_NOT_MOVE =
            Refusal.of(Refusal.LEFT_OUT, "by the mapping of today the ticket left no account");

    private final String source;
    private final Translator translator;
    private final CloudEventReader events;

    TranslatingReader(String source, Translator translator) {
        this.source = source;
        this.translator = translator;
        // A tool's body holds much that is no part of the event: only the limit of the request is one here.
        this.events = new CloudEventReader(Integer.MAX_VALUE, source);
    }

    @Override
    public List<Item> items(byte[] body, Map<String, String> headers, Memory memory, PropertyFilter filter) {
        return Excerpt.isFor(body)
                ? ofExcerpt(body, headers, memory, filter)
                : Part.items(
                        body,
                        headers,
                        filter,
                        (index, part, content) -> items(index, part, new Sent(content, headers), memory));
    }

    /** A letter has no room for the whole. */
    private List<Item> ofExcerpt(byte[] body, Map<String, String> headers, Memory memory, PropertyFilter filter) {
        Step<ObjectNode> excerpt = Excerpt.of(body, translator.pointers());
        if (excerpt instanceof Step.Refused<ObjectNode> no) {
            return List.of(filter.unread(0, Part.whole(body, headers), no.refusal()));
        }
        ObjectNode read = ((Step.Kept<ObjectNode>) excerpt).value();
        Map<String, String> beside = new HashMap<>(headers);
        beside.put(Excerpt.OF_BYTES, Integer.toString(body.length));
        RawItem came = Part.whole(read.toString().getBytes(StandardCharsets.UTF_8), beside);
        return Guarded.items(0, came, filter, () -> items(0, filter.treat(read, came), new Sent(read, beside), memory));
    }

    private List<Item> items(int index, RawItem part, Sent sent, Memory memory) {
        List<Item> items = new ArrayList<>();
        Optional<Translation> farewell = translator.farewell(sent);
        if (MovedTicket.asks(sent.headers(), MovedTicket.HERE)) {
            Map<String, String> beside = beside(sent, farewell.map(moved -> MovedTicket.HERE));
            items.add(item(index, part, beside, translator.translate(sent)));
        }
        if (MovedTicket.asks(sent.headers(), MovedTicket.AWAY)) {
            Map<String, String> beside = beside(sent, Optional.of(MovedTicket.AWAY));
            farewell.ifPresent(moved -> items.add(item(index + items.size(), part, beside, Step.kept(moved))));
        }
        if (items.isEmpty()) {
            items.add(Item.refused(index, null, part.beside(sent.headers()), DID_NOT_MOVE));
        }
        return translator.tellsAtOnce() ? items.stream().map(memory::judge).toList() : items;
    }

    private Map<String, String> beside(Sent sent, Optional<String> side) {
        Map<String, String> beside = new HashMap<>(sent.headers());
        translator.person(sent).ifPresent(person -> beside.put(PERSON, person));
        side.ifPresent(which -> beside.put(MovedTicket.SIDE, which));
        return beside;
    }

    private Item item(int index, RawItem part, Map<String, String> beside, Step<Translation> translated) {
        if (translated instanceof Step.Refused<Translation> no) {
            return Item.refused(index, null, part.beside(beside), no.refusal());
        }
        Translation event = ((Step.Kept<Translation>) translated).value();
        event.text(ACCOUNT).ifPresent(account -> beside.put(EventCodec.ACCOUNT_ID, account));
        RawItem raw = part.beside(beside);
        return event.inItsTerms(events.structured(index, raw, event.event(source)));
    }

    @Override
    public Needs needs() {
        return translator.needs();
    }

    @Override
    public Set<String> headers() {
        return translator.headers();
    }
}
