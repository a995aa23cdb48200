import DataLoader from 'dataloader';
import type { Caller } from './caller';
import type { Page, PageArgs } from './paging';

/** What belongs to one request: who asks, and the DataLoaders. */
export class RequestContext {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(readonly caller: Caller) {}

  /**
   * Loads one of a batch.
   *
   * @param name what is loaded, arguments included: equal names are one batch
   */
  load<V>(name: string, id: string, batch: (ids: readonly string[]) => Promise<V[]>): Promise<V> {
    let loader = this.loaders.get(name) as DataLoader<string, V> | undefined;
    if (!loader) {
      loader = new DataLoader<string, V>(batch);
      this.loaders.set(name, loader);
    }
    return loader.load(id);
  }

  /** Loads a person's page of a list: people who are asked for with the same arguments are one batch. */
  page<T>(
    list: string,
    ownerId: string,
    args: PageArgs,
    batch: (owners: readonly string[], args: PageArgs) => Promise<Page<T>[]>,
  ): Promise<Page<T>> {
    return this.load(`${list} ${args.first} ${args.after}`, ownerId, (owners) => batch(owners, args));
  }
}
