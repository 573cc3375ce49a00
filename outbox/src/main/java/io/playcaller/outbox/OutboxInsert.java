package io.playcaller.outbox;

import io.playcaller.contracts.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The one statement that appends, and its parameters: a column each. */
final class OutboxInsert {

    /** Ids follow the order of the list. */
    static final String SQL = """
            insert into outbox (shard, topic, partition, key, headers, value)
            select shard, topic, partition, key, headers, value
            from unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[])
                with ordinality as appended (shard, topic, partition, key, headers, value, position)
            order by position""";

    private OutboxInsert() {}

    static Object[] parameters(List<OutboxRecord> records, ToIntFunction<OutboxRecord> shardOf) {
        int size = records.size();
        Integer[] shards = new Integer[size];
        String[] topics = new String[size];
        @Nullable Integer[] partitions = new Integer[size];
        @Nullable String[] keys = new String[size];
        String[] headers = new String[size];
        @Nullable String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            OutboxRecord next = records.get(i);
            shards[i] = shardOf.applyAsInt(next);
            topics[i] = next.topic();
            partitions[i] = next.partition();
            keys[i] = next.key();
            headers[i] = new String(WireJson.write(next.headers()), StandardCharsets.UTF_8);
            values[i] = next.value();
        }
        return new Object[] {shards, topics, partitions, keys, headers, values};
    }
}
