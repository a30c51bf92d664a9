package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.UnreadableJsonException;
import io.github.cloudlb.openstack.Token.CatalogEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a login says about a cloud's services. */
final class Catalog {
    private Catalog() {}

    static List<CatalogEntry> read(JsonReader in) {
        List<CatalogEntry> entries = new ArrayList<>();
        in.list(service -> service.object(each -> {
            String type = "";
            List<CatalogEntry> endpoints = List.of();
            for (String name = each.nextField(); name != null; name = each.nextField()) {
                switch (name) {
                    case "type" -> type = each.textOr("");
                    case "endpoints" -> endpoints = each.list(Catalog::endpoint);
                    default -> each.skip();
                }
            }
            for (CatalogEntry endpoint : endpoints) {
                entries.add(new CatalogEntry(type, endpoint.access(), endpoint.region(), endpoint.url()));
            }
            return type;
        }));
        return entries;
    }

    private static CatalogEntry endpoint(JsonReader in) {
        return in.object(each -> {
            String access = "";
            String region = "";
            String url = "";
            for (String name = each.nextField(); name != null; name = each.nextField()) {
                switch (name) {
                    case "interface" -> access = each.textOr("");
                    case "region_id", "region" -> region = each.textOr(region);
                    case "url" -> url = each.textOr("");
                    default -> each.skip();
                }
            }
            return new CatalogEntry("", access, region, url);
        });
    }

    /** Reads the list that is the only interesting field of an answer. */
    static <T> List<T> readList(Answer answer, Dialect dialect, String field, JsonReader.Element<List<T>> list) {
        return JsonReader.read(answer, dialect, in -> {
            List<T> found = null;
            for (String name = in.nextField(); name != null; name = in.nextField()) {
                if (name.equals(field)) {
                    found = list.read(in);
                } else {
                    in.skip();
                }
            }
            if (found == null) {
                throw new UnreadableJsonException("there is no \"" + field + "\" in it");
            }
            return found;
        });
    }

    /** Asks for the catalog of a token that somebody else got, or of the project of an access key. */
    record GetCatalog(Optional<String> projectId) implements Request<List<CatalogEntry>> {
        @Override
        public Wire<List<CatalogEntry>> wire(Dialect dialect) {
            Message message = Message.get("auth", "catalog");
            projectId.ifPresent(id -> message.header(KeyIdentity.PROJECT, id));
            return message.answer(answer -> readList(answer, dialect, "catalog", Catalog::read));
        }
    }
}
