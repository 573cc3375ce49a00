package io.playcaller.ingest.door.webhook;

import io.playcaller.contracts.EventCodec;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a tool says in its own words: each part becomes a CloudEvent, which the reader of CloudEvents reads. Whom it is
 * about stands beside the part in a letter, where the tool's own names for it would not be recognised.
 */
final class TranslatingReader implements WebhookReader {

    private static final String PERSON = "userId";
    private static final String ACCOUNT = "accountId";

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
    public List<Item> items(byte[] body, Map<String, String> headers, PropertyFilter filter) {
        return Part.items(
                body, headers, filter, (index, part, content) -> item(index, part, new Sent(content, headers)));
    }

    private Item item(int index, RawItem part, Sent sent) {
        Map<String, String> beside = new HashMap<>(sent.headers());
        translator.person(sent).ifPresent(person -> beside.put(PERSON, person));
        Step<Translation> translated = translator.translate(sent);
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
