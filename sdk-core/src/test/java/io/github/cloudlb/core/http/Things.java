package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.Answers;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.JsonWriter;
import io.github.cloudlb.core.wire.UnreadableJsonException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest API there is: things that have a name. */
final class Things {
    private Things() {}

    record Get(String id) implements Request<String> {
        @Override
        public Wire<String> wire(Dialect dialect) {
            return Message.get("things", id)
                    .query("secret", "query-secret")
                    .answer(answer -> JsonReader.read(answer, dialect, Things::name));
        }
    }

    record Create(String name) implements Request<String> {
        @Override
        public Wire<String> wire(Dialect dialect) {
            byte[] body = new JsonWriter()
                    .beginObject()
                    .field("name", name)
                    .endObject()
                    .done();
            return Message.post("things").json(body).answer(answer -> JsonReader.read(answer, dialect, Things::name));
        }
    }

    record Change(String id) implements Request<String> {
        @Override
        public Wire<String> wire(Dialect dialect) {
            return Message.put("things", id).answer(answer -> JsonReader.read(answer, dialect, Things::name));
        }
    }

    record Delete(String id) implements Request<Void> {
        @Override
        public Wire<Void> wire(Dialect dialect) {
            return Message.delete("things", id).answer(Answers::nothing);
        }
    }

    record ListAll(String marker) implements Request<Page<String>> {
        @Override
        public Wire<Page<String>> wire(Dialect dialect) {
            return Message.get("things").query("marker", marker).answer(answer -> {
                List<String> names = JsonReader.read(answer, dialect, in -> {
                    in.nextField();
                    return in.texts();
                });
                Optional<Request<Page<String>>> next =
                        names.isEmpty() ? Optional.empty() : Optional.of(new ListAll(names.get(names.size() - 1)));
                return new Page<>(names, next, Map.of());
            });
        }
    }

    private static String name(JsonReader in) {
        String name = null;
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            if (field.equals("name")) {
                name = in.text();
            } else {
                in.skip();
            }
        }
        if (name == null) {
            throw UnreadableJsonException.missing("thing", "name");
        }
        return name;
    }
}
