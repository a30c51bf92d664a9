package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.openstack.Token.CatalogEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the load balancers in what a login says about a cloud's services. */
final class Catalog {
    /** In this order: Octavia's type, and Open Telekom Cloud's. */
    private static final List<String> TYPES = List.of("load-balancer", "elb");

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

    /**
     * The one entry to use.
     *
     * @param region empty for the only one there is
     */
    static CatalogEntry find(List<CatalogEntry> catalog, String access, String region) {
        for (String type : TYPES) {
            List<CatalogEntry> found = catalog.stream()
                    .filter(entry -> entry.type().equals(type) && entry.access().equals(access))
                    .filter(entry -> region.isEmpty() || entry.region().equals(region))
                    .toList();
            if (distinct(found, CatalogEntry::url).size() > 1) {
                TreeSet<String> regions = distinct(found, CatalogEntry::region);
                throw new InvalidInputException(
                        regions.size() > 1
                                ? "the catalog has " + type + " in several regions, name one: " + regions
                                : "the catalog has several of " + type + " in region " + regions.first()
                                        + ", give one as endpoint(…): " + distinct(found, CatalogEntry::url));
            }
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        throw new InvalidInputException("the catalog has no " + String.join(" or ", TYPES) + " with interface " + access
                + (region.isEmpty() ? "" : " in region " + region) + "; it has " + shown(catalog)
                + ". Give endpoint(…) if the load balancers are somewhere else.");
    }

    private static TreeSet<String> distinct(List<CatalogEntry> entries, Function<CatalogEntry, String> what) {
        TreeSet<String> values = new TreeSet<>();
        entries.forEach(entry -> values.add(what.apply(entry)));
        return values;
    }

    private static TreeSet<String> shown(List<CatalogEntry> catalog) {
        TreeSet<String> shown = new TreeSet<>();
        catalog.forEach(entry -> shown.add(entry.type() + " (" + entry.access() + ", " + entry.region() + ")"));
        return shown;
    }

    /** Asks for the catalog of a token that somebody else got. */
    record GetCatalog() implements Request<List<CatalogEntry>> {
        @Override
        public Wire<List<CatalogEntry>> wire(Dialect dialect) {
            return Message.get("auth", "catalog")
                    .answer(answer -> JsonReader.read(answer, dialect, in -> {
                        List<CatalogEntry> catalog = List.of();
                        for (String name = in.nextField(); name != null; name = in.nextField()) {
                            if (name.equals("catalog")) {
                                catalog = Catalog.read(in);
                            } else {
                                in.skip();
                            }
                        }
                        return catalog;
                    }));
        }
    }
}
