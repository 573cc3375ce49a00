package io.playcaller.outbox;

import io.playcaller.contracts.WireJson;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The one statement that appends, and its parameters: a column each. */
final class OutboxInsert {

    /** Ids follow the order of the list. JSON travels as the bytes that it is, and is text once it stands in the table. */
    static final String SQL = """
            insert into outbox (shard, topic, partition, key, headers, value)
            select shard, topic, partition, key, convert_from(headers, 'UTF8'), convert_from(value, 'UTF8')
            from unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::bytea[], $6::bytea[])
                with ordinality as appended (shard, topic, partition, key, headers, value, position)
            order by position""";

    private OutboxInsert() {}

    static Object[] parameters(List<OutboxRecord> records, ToIntFunction<OutboxRecord> shardOf) {
        int size = records.size();
        Integer[] shards = new Integer[size];
        String[] topics = new String[size];
        @Nullable Integer[] partitions = new Integer[size];
        @Nullable String[] keys = new String[size];
        Buffer[] headers = new Buffer[size];
        @Nullable Buffer[] values = new Buffer[size];
        for (int i = 0; i < size; i++) {
            OutboxRecord next = records.get(i);
            shards[i] = shardOf.applyAsInt(next);
            topics[i] = next.topic();
            partitions[i] = next.partition();
            keys[i] = next.key();
            headers[i] = Buffer.buffer(WireJson.write(next.headers()));
            values[i] = next.value();
        }
        return new Object[] {shards, topics, partitions, keys, headers, values};
    }
}
