"""Python reads this file before moto's server. It makes transactions quick.

moto keeps a deep copy of the whole table for each item that a transaction writes, to put the table back if the
transaction fails: 100 items in a table of 1,000 are 100,000 copied items. Here it keeps one copy for a transaction, with
copies of those items only that the transaction may change in place. A moto that is made otherwise is left as it is.
"""
import collections
import copy
import threading

try:
    from moto.dynamodb import models
    from moto.dynamodb.models.dynamo_type import DynamoType
    from moto.dynamodb.models.table import Table

    transact = models.DynamoDBBackend.transact_write_items
    current = threading.local()

    def keys(table):
        """The keys in that table of what the transaction of this thread updates."""
        for item in current.items:
            for operation in item.values():
                if operation.get("TableName") == table.name and "Key" in operation:
                    yield [DynamoType(operation["Key"][name]) for name in table.table_key_attrs]

    def copied(table):
        copy_of_it = copy.copy(table)
        copy_of_it.items = collections.defaultdict(dict)
        for key, ranges in table.items.items():
            copy_of_it.items[key] = dict(ranges) if isinstance(ranges, dict) else ranges
        for key in keys(table):
            holder = copy_of_it.items
            if len(key) == 2:
                holder = holder.get(key[0], {})
            if key[-1] in holder:
                holder[key[-1]] = copy.deepcopy(holder[key[-1]])
        return copy_of_it

    class OneCopy:
        """Stands for the module `copy` in moto's code."""

        @staticmethod
        def deepcopy(thing):
            if not isinstance(thing, Table) or getattr(current, "items", None) is None:
                return copy.deepcopy(thing)
            if thing.name not in current.copies:
                current.copies[thing.name] = copied(thing)
            return current.copies[thing.name]

    def with_one_copy(self, transact_items):
        current.items, current.copies = transact_items, {}
        try:
            return transact(self, transact_items)
        finally:
            current.items = None

    if hasattr(models, "copy"):
        models.copy = OneCopy
        models.DynamoDBBackend.transact_write_items = with_one_copy
except (ImportError, AttributeError):
    pass
