"""Keywords: phrases a searcher would type, made from clusters by pattern families, one cluster each."""
