package postmortem.parser.windows.evtx;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The templates of a file. Each chunk defines its own again, so they are known by their content:
 * one that was made ready in a chunk before is used again, and stands in for one that a damaged
 * chunk has lost.
 */
final class Templates {

  /** Bytes of definitions that are kept; those of all of Windows' providers take less. */
  private static final int MAX_KEPT = 1 << 22;

  /** Bytes of templates in a chunk, however they lie over one another; a real one has 64 KiB. */
  private static final int MAX_PLANNED = 16 * Chunk.SIZE;

  private final Map<TemplateKey, Template> known = new HashMap<>();
  private final Int2ObjectOpenHashMap<Template> byId = new Int2ObjectOpenHashMap<>();
  private final Int2ObjectOpenHashMap<Template> here = new Int2ObjectOpenHashMap<>();
  private Chunk chunk = new Chunk(new byte[Chunk.SIZE], 0);
  private int planned;
  private int kept;

  /** Goes on in another chunk: the places of templates are of one chunk each. */
  void chunk(Chunk next) {
    chunk = next;
    here.clear();
    planned = 0;
  }

  /** The template of a fragment, whose values are read into {@code instance}, if it has some. */
  Template of(int from, int to, Instance instance) throws DamageException {
    int at = chunk.u8(from) == 0x0f ? from + 4 : from;
    if ((chunk.u8(at) & 0xbf) != 0x0c) {
      instance.none();
      spend(to - from);
      return Template.of(chunk, from, to, false);
    }
    instance.read(chunk, at);
    Template template = here.get(instance.definition());
    if (template == null) {
      Template elsewhere = instance.isDefined(chunk) ? null : byId.get(instance.id());
      if (elsewhere != null) {
        return elsewhere;
      }
      template = defined(instance.definition());
      here.put(instance.definition(), template);
      byId.put(instance.id(), template);
    }
    return template;
  }

  private Template defined(int definition) throws DamageException {
    int from = Instance.fragment(definition);
    int to = from + Instance.definitionSize(chunk, definition);
    spend(to - from);
    TemplateKey key = TemplateKey.of(chunk, from, to);
    Template template = key == null ? null : known.get(key);
    if (template == null) {
      template = Template.of(chunk, from, to, true);
      if (key != null) {
        keep(key, template);
      }
    }
    return template;
  }

  private void keep(TemplateKey key, Template template) {
    kept += template.size();
    if (kept > MAX_KEPT) {
      known.clear();
      byId.clear();
      kept = template.size();
    }
    known.put(key, template);
  }

  /** Bounded, so that no chunk of made-up templates takes longer than many real ones. */
  private void spend(int bytes) throws DamageException {
    planned += bytes;
    if (planned > MAX_PLANNED) {
      throw new DamageException("more templates than a chunk has room for");
    }
  }
}
