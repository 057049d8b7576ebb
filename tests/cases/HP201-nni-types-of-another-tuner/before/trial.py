import nni

values = nni.get_next_parameter()
print(values["B"], values["lr"])
