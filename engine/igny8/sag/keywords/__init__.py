"""The keywords of a blueprint: phrases a searcher would type, by pattern families, each in one cluster."""
