package io.playcaller.router.delivery.slack.out;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.delivery.slack.ChannelPace;
import io.playcaller.router.delivery.slack.SlackCard;
import io.playcaller.router.delivery.slack.SlackText;
import io.playcaller.router.delivery.slack.out.PgSlack.Card;
import io.playcaller.router.delivery.slack.out.SlackApi.Reply;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The messages that show a task: one for each person or channel, changed in place; what is told later is an answer below it.
 * Slack knows no message by an id of ours, so each carries the id of its delivery as metadata, and before a message is sent
 * again the conversation is searched for it.
 */
final class SlackCards {

    /** Two messages of one delivery stand no further apart than this. */
    private static final String SEARCHED = "200";

    private static final String CHANNEL = "channel";
    private static final String EVENT = "playcaller_delivery";
    private static final String DELIVERY = "delivery_id";

    private final SlackApi api;
    private final PgSlack store;
    private final ChannelPace pace = new ChannelPace();
    private final long bornAt = System.nanoTime();

    SlackCards(SlackApi api, PgSlack store) {
        this.api = api;
        this.store = store;
    }

    /** Tells a person or a channel of a step: with a card, or below the one that is there. */
    Uni<Receipt> tell(Attempt attempt, TaskNote note, String recipient, String channel) {
        UUID taskId = note.taskId();
        return store.cards(taskId).chain(cards -> {
            Optional<Card> card = cards.stream()
                    .filter(one -> one.recipient().equals(recipient))
                    .findFirst();
            return card.isPresent()
                    ? below(attempt, note, card.get())
                    : store.newest(taskId)
                            .chain(newest -> post(attempt, message(channel, SlackCard.of(newest.orElse(note))), ""))
                            .chain(sent -> sent.ts().isEmpty()
                                    ? Uni.createFrom().item(sent.receipt())
                                    : store.keep(taskId, new Card(recipient, channel, sent.ts()))
                                            .replaceWith(sent.receipt()));
        });
    }

    private Uni<Receipt> below(Attempt attempt, TaskNote note, Card card) {
        Map<String, Object> message = new HashMap<>();
        message.put(CHANNEL, card.channelId());
        message.put("thread_ts", card.ts());
        message.put("text", SlackText.plain(note.happened()));
        return post(attempt, message, card.ts()).map(Sent::receipt);
    }

    /** Sends something that shows no task. */
    Uni<Receipt> post(Attempt attempt, String channel, SlackCard card) {
        return post(attempt, message(channel, card), "").map(Sent::receipt);
    }

    private static Map<String, Object> message(String channel, SlackCard card) {
        Map<String, Object> message = new HashMap<>();
        message.put(CHANNEL, channel);
        message.put("text", card.text());
        message.put("blocks", card.blocks());
        return message;
    }

    /** A message that was sent; its {@code ts} is empty where it was not. */
    private record Sent(Receipt receipt, String ts) {}

    /** @param thread {@code ts} of the message below which it stands; empty for none */
    private Uni<Sent> post(Attempt attempt, Map<String, Object> message, String thread) {
        String channel = String.valueOf(message.get(CHANNEL));
        String id = attempt.delivery().deliveryId().toString();
        message.put("metadata", Map.of("event_type", EVENT, "event_payload", Map.of(DELIVERY, id)));
        Uni<Optional<Sent>> before = attempt.mayHaveArrived()
                ? find(channel, thread, id)
                : Uni.createFrom().item(Optional.empty());
        return before.chain(found -> found.map(sent -> Uni.createFrom().item(sent))
                .orElseGet(() -> paced(
                        channel, () -> api.post("chat.postMessage", message).map(SlackCards::sent))));
    }

    private static Sent sent(Reply reply) {
        return new Sent(reply.answer().receipt(), reply.body().path("ts").asText(""));
    }

    /** The message of an earlier attempt; where Slack does not say whether it is there, what it says instead. */
    private Uni<Optional<Sent>> find(String channel, String thread, String deliveryId) {
        Map<String, String> question =
                new HashMap<>(Map.of(CHANNEL, channel, "include_all_metadata", "true", "limit", SEARCHED));
        if (!thread.isEmpty()) {
            question.put("ts", thread);
        }
        String method = thread.isEmpty() ? "conversations.history" : "conversations.replies";
        return api.get(method, question)
                .map(reply -> reply.isOk()
                        ? among(reply.body().path("messages"), deliveryId)
                        : Optional.of(new Sent(reply.answer().receipt(), "")));
    }

    private static Optional<Sent> among(JsonNode messages, String deliveryId) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(one -> deliveryId.equals(delivery(one)))
                .map(one -> new Sent(new Receipt.Taken(200), one.path("ts").asText()))
                .findFirst();
    }

    private static String delivery(JsonNode message) {
        return message.at("/metadata/event_payload/" + DELIVERY).asText();
    }

    /** Every card of the task shows how it stands. Where there is none, nobody was told of it in Slack. */
    Uni<Receipt> refresh(UUID taskId) {
        return store.newest(taskId)
                .chain(newest -> store.cards(taskId)
                        .chain(cards -> newest.map(note -> update(taskId, SlackCard.of(note), cards))
                                .orElseGet(() -> Uni.createFrom().item(new Receipt.Taken(200)))));
    }

    private Uni<Receipt> update(UUID taskId, SlackCard shown, List<Card> cards) {
        return Multi.createFrom()
                .iterable(cards)
                .onItem()
                .transformToUniAndConcatenate(card -> update(taskId, shown, card))
                .collect()
                .asList()
                .map(receipts -> receipts.stream()
                        .filter(receipt -> !(receipt instanceof Receipt.Taken))
                        .findFirst()
                        .orElseGet(() -> new Receipt.Taken(200)));
    }

    private Uni<Receipt> update(UUID taskId, SlackCard shown, Card card) {
        Map<String, Object> message = message(card.channelId(), shown);
        message.put("ts", card.ts());
        return paced(
                        card.channelId(),
                        () -> api.post("chat.update", message)
                                .chain(reply -> reply.answer().hasNoCard()
                                        ? store.drop(taskId, card).replaceWith(new Sent(new Receipt.Taken(200), ""))
                                        : Uni.createFrom().item(sent(reply))))
                .map(Sent::receipt);
    }

    private Uni<Sent> paced(String channel, Supplier<Uni<Sent>> call) {
        Duration wait = pace.next(channel, Duration.ofNanos(System.nanoTime() - bornAt));
        return wait.isZero()
                ? call.get()
                : Uni.createFrom().item(new Sent(new Receipt.Later("others go to its channel before it", wait), ""));
    }
}
